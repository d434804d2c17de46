package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.SITE;
import static io.creditledger.service.account.AccountVocabulary.TWO;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consumptionId;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.draw;
import static io.creditledger.service.account.AccountVocabulary.draws;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.service.platform.axon.SerializersForTests;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountSnapshotTest {

    private final Serializer serializer = SerializersForTests.ofSnapshots();

    @Test
    void comesBackAsItWas() {
        CreditAccount account = eventful();

        CreditAccount back = throughSnapshot(account);

        assertThat(json(back)).isEqualTo(json(account)).contains("\"revision\":47");
    }

    @Test
    void goesOnAsTheAccountWould() {
        CreditAccount account = eventful();
        CreditAccount back = throughSnapshot(account);

        for (CreditAccount each : new CreditAccount[] {account, back}) {
            evolve(each, 48, "r", reversed());
            evolve(each, 49, "late", granted("late", 5, 10, null, false, balance(285, 30, 70)));
        }

        assertThat(json(back)).isEqualTo(json(account));
    }

    @Test
    void isStoredUnderItsSimpleNameAndRevision() {
        SerializedObject<String> snapshot = serializer.serialize(eventful(), String.class);

        assertThat(snapshot.getType().getName()).isEqualTo("CreditAccount");
        assertThat(snapshot.getType().getRevision()).isEqualTo(AccountSnapshots.REVISION);
    }

    @Test
    void goesBackToWhatItWasBeforeMovementsOfCredits() {
        CreditAccount account = eventful();
        String was = json(account);
        List<AccountEvent> wasDue = account.dueAt(TWO);
        AccountBefore before = Objects.requireNonNull(AccountBefore.of(account));

        evolve(account, 48, null, new AccountDetailsChanged(ALICE, "Alicia", Metadata.NONE, balance(280, 53, 70)));
        evolve(account, 49, null, new LotActivated(ALICE, lotId("pending"), credits(70), balance(280, 53)));
        evolve(account, 50, "r", reversed());
        for (int i = 51; i <= 90; i++) {
            evolve(account, i, "c" + i, consumed("c" + i, 1, "expiring", balance(280, i + 3, 70)));
        }
        evolve(account, 91, null, new LotExpired(ALICE, lotId("expiring"), credits(117), TWO, balance(163, 93, 70)));

        assertThat(before.revision()).isEqualTo(47);
        assertThat(json(account)).isNotEqualTo(was);
        assertThat(before.restore()).isTrue();
        assertThat(json(account)).isEqualTo(was);
        assertThat(account.dueAt(TWO)).hasSize(2).isEqualTo(wasDue);
    }

    @Test
    void isReadAnewWhereThereIsMuchToCopy() {
        CreditAccount account = eventful();
        for (int i = 48; i < 48 + 97; i++) {
            evolve(account, i, "g" + i, granted("g" + i, 1, 50, null, false, balance(280 + i - 47, 53, 70)));
        }
        assertThat(account.lots().count()).isEqualTo(100);
        assertThat(AccountBefore.of(account)).isNotNull();

        evolve(account, 145, "one more", granted("one more", 1, 50, null, false, balance(378, 53, 70)));

        assertThat(AccountBefore.of(account)).isNull();
    }

    private CreditAccount throughSnapshot(CreditAccount account) {
        return serializer.deserialize(serializer.serialize(account, String.class));
    }

    private String json(CreditAccount account) {
        return serializer.serialize(account, String.class).getData();
    }

    /** With a spent lot, an expiring one, one that is not in effect, and more requests than it remembers. */
    private static CreditAccount eventful() {
        CreditAccount account = new CreditAccount();
        Metadata notes = new Metadata(Map.of("seats", 3, "rate", new BigDecimal("0.10"), "vip", true));
        evolve(account, 0, null, new AccountOpened(ALICE, "Alice", notes));
        evolve(account, 1, "spent", granted("spent", 10, 10, null, false, balance(10, 0)));
        evolve(account, 2, "expiring", granted("expiring", 200, 50, TWO, false, balance(210, 0)));
        evolve(account, 3, "pending", granted("pending", 70, 50, null, true, balance(280, 0, 70)));
        evolve(account, 4, "c", consumed("c", 10, "spent", balance(280, 10, 70)));
        for (int i = 5; i <= 47; i++) {
            evolve(account, i, "c" + i, consumed("c" + i, 1, "expiring", balance(280, i + 6, 70)));
        }
        return account;
    }

    private static void evolve(CreditAccount account, long revision, @Nullable String key, AccountEvent event) {
        MetaData cause = key == null
                ? MetaData.emptyInstance()
                : MetaData.with(RequestMetadata.IDEMPOTENCY_KEY, key).and(RequestMetadata.FINGERPRINT, "f" + key);
        account.evolve(event, revision, NOON, cause);
    }

    private static CreditsGranted granted(
            String key, long amount, int priority, @Nullable Instant expiresAt, boolean pending, Balance after) {
        return new CreditsGranted(
                ALICE,
                lotId(key),
                credits(amount),
                LotSource.PROMOTIONAL,
                "Credits",
                priority,
                pending ? ONE : NOON,
                expiresAt,
                pending,
                after);
    }

    private static CreditsConsumed consumed(String key, long amount, String lot, Balance after) {
        return new CreditsConsumed(
                ALICE,
                consumptionId(key),
                credits(amount),
                "Website generation",
                SITE,
                Metadata.NONE,
                draws(draw(lot, amount)),
                after);
    }

    private static ConsumptionReversed reversed() {
        return new ConsumptionReversed(
                ALICE,
                ReversalId.of(RequestId.of(ALICE, key("r"))),
                consumptionId("c"),
                credits(10),
                "Failed",
                SITE,
                draws(draw("spent", 10)),
                balance(280, 43, 70));
    }
}
