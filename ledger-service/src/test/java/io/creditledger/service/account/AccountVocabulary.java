package io.creditledger.service.account;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.ReverseConsumption;
import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PackageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/** The words in which the tests of the account are written. */
final class AccountVocabulary {

    static final AccountId ALICE = new AccountId("alice");
    static final Website SITE = new Website("site-1", "Acme", "https://acme.example");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant ONE = Instant.parse("2026-06-01T13:00:00Z");
    static final Instant TWO = Instant.parse("2026-06-01T14:00:00Z");

    static final CreditPackage PACKAGE =
            new CreditPackage(new PackageId("credits-10000"), 1, Credits.of(10_000), new Price(1_000, "usd"));

    /** What is on offer: one package. */
    static final PackageCatalogue CATALOGUE = new PackageCatalogue() {
        @Override
        public Optional<CreditPackage> find(PackageId id) {
            return Optional.of(PACKAGE).filter(offer -> offer.packageId().equals(id));
        }

        @Override
        public List<CreditPackage> all() {
            return List.of(PACKAGE);
        }
    };

    private AccountVocabulary() {}

    static FixtureConfiguration<CreditAccount> account() {
        FixtureConfiguration<CreditAccount> fixture = new AggregateTestFixture<>(CreditAccount.class);
        PastConsumptions past =
                new ConsumptionsOfHistory(account -> fixture.getEventStore().readEvents(account.value()));
        // The fixture compares each field with what the events say it is, as far as equals does: purchases have none.
        return fixture.registerIgnoredField(Purchases.class, "byId")
                .registerInjectableResource(past)
                .registerInjectableResource(CATALOGUE);
    }

    static AccountOpened opened() {
        return new AccountOpened(ALICE, null, Metadata.NONE);
    }

    static OpenAccount open() {
        return new OpenAccount(ALICE, null, null);
    }

    static GrantCredits grant(String key, long amount) {
        return new GrantCredits(ALICE, key(key), credits(amount), LotSource.PLAN, "Monthly plan", null, null, null);
    }

    static GrantCredits grant(String key, long amount, LotSource source, @Nullable Integer priority) {
        return new GrantCredits(ALICE, key(key), credits(amount), source, "Credits", priority, null, null);
    }

    static GrantCredits grantUntil(String key, long amount, Instant expiresAt) {
        return new GrantCredits(
                ALICE, key(key), credits(amount), LotSource.PLAN, "Monthly plan", null, null, expiresAt);
    }

    static GrantCredits grantFrom(String key, long amount, Instant effectiveAt) {
        return new GrantCredits(
                ALICE, key(key), credits(amount), LotSource.PLAN, "Next month", null, effectiveAt, null);
    }

    static ConsumeCredits consume(String key, long amount) {
        return new ConsumeCredits(ALICE, key(key), credits(amount), "Website generation", SITE, Metadata.NONE);
    }

    static ReverseConsumption reverse(String key, String consumption) {
        return new ReverseConsumption(ALICE, key(key), consumptionId(consumption), null, "Generation failed");
    }

    static ReverseConsumption reverse(String key, String consumption, long amount) {
        return new ReverseConsumption(
                ALICE, key(key), consumptionId(consumption), credits(amount), "Generation failed");
    }

    static RevokeCredits revoke(String key, String lot) {
        return new RevokeCredits(ALICE, key(key), lotId(lot), null, "Granted twice");
    }

    static RevokeCredits revoke(String key, String lot, long amount) {
        return new RevokeCredits(ALICE, key(key), lotId(lot), credits(amount), "Granted twice");
    }

    static IdempotencyKey key(String value) {
        return new IdempotencyKey(value);
    }

    static Credits credits(long amount) {
        return Credits.of(amount);
    }

    /** The lot that the grant with this key made. */
    static LotId lotId(String key) {
        return LotId.of(RequestId.of(ALICE, key(key)));
    }

    /** The consumption that the command with this key made. */
    static ConsumptionId consumptionId(String key) {
        return ConsumptionId.of(RequestId.of(ALICE, key(key)));
    }

    static Draw draw(String lot, long amount) {
        return new Draw(lotId(lot), credits(amount));
    }

    static List<Draw> draws(Draw... draws) {
        return List.of(draws);
    }

    static Balance balance(long total, long used) {
        return new Balance(credits(total), credits(used), Credits.ZERO, Credits.ZERO);
    }

    static Balance balance(long total, long used, long frozen) {
        return new Balance(credits(total), credits(used), Credits.ZERO, credits(frozen));
    }
}
