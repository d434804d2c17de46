package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.grantFrom;
import static io.creditledger.service.account.AccountVocabulary.grantUntil;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.reverse;
import static io.creditledger.service.account.PurchaseVocabulary.AMEX;
import static io.creditledger.service.account.PurchaseVocabulary.NO_FUNDS;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.cancel;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.BookDueLots;
import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.api.purchase.commands.FailRefund;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.commands.RefundPurchase;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.RefundReversed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random commands and random money that comes, goes back, and is disputed. Whatever happens: every balance is what the lots say,
 * nothing is spent that is not there, every payment brings its credits once, and credits leave as the money does. A failing seed
 * is the whole recipe.
 */
class PurchasesAgainstInvariantsTest {

    private static final int COMMANDS = 250;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Prices that do not divide, credits worth less than a cent, and credits worth more. */
    private static final List<CreditPackage> OFFERS = List.of(
            new CreditPackage(new PackageId("odd"), 1, Credits.of(997), usd(333)),
            new CreditPackage(new PackageId("cheap"), 1, Credits.of(1_000), usd(50)),
            new CreditPackage(new PackageId("dear"), 1, Credits.of(40), usd(700)));

    private static final PackageCatalogue CATALOGUE = new PackageCatalogue() {
        @Override
        public Optional<CreditPackage> find(PackageId id) {
            return OFFERS.stream().filter(offer -> offer.packageId().equals(id)).findFirst();
        }

        @Override
        public List<CreditPackage> all() {
            return OFFERS;
        }
    };

    private final Clock clockBefore = GenericEventMessage.clock;
    private Configuration axon = DefaultConfigurer.defaultConfiguration().buildConfiguration();
    private long seconds;

    private final CreditAccount account = new CreditAccount();
    private final Map<LotId, Long> remaining = new HashMap<>();
    private final Map<PurchaseId, Money> moneyOf = new HashMap<>();
    private final List<RecordPayment> told = new ArrayList<>();
    private long current;
    private long seen;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
                .configureAggregate(CreditAccount.class)
                .registerComponent(
                        PastConsumptions.class,
                        configuration -> new ConsumptionsOfHistory(
                                id -> configuration.eventStore().readEvents(id.value())))
                .registerComponent(PackageCatalogue.class, _ -> CATALOGUE)
                .start();
        passTime(0);
        Stream.of(open(), customer(), saved(VISA), saved(AMEX)).forEach(this::send);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
        GenericEventMessage.clock = clockBefore;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void hold(long seed) {
        Random random = new Random(seed);
        if (seed % 2 == 0) {
            send(new ConfigureAutoTopUp(ALICE, credits(100), OFFERS.getFirst().packageId(), usd(100_000)));
        }
        for (int i = 0; i < COMMANDS; i++) {
            passTime(random.nextInt(4) == 0 ? random.nextInt(120) : 1);
            String step = "seed " + seed + ", command " + i;

            if (random.nextBoolean()) {
                moveMoney(random);
            } else {
                send(moveCredits(random, i));
            }

            assertInvariants(step);
        }
    }

    private Object moveCredits(Random random, int i) {
        String key = "k" + i;
        String other = "k" + random.nextInt(i + 1);
        long amount = 1L + random.nextInt(random.nextBoolean() ? 20 : 900);
        return switch (random.nextInt(12)) {
            case 0 -> grant(key, amount, random.nextBoolean() ? LotSource.PROMOTIONAL : LotSource.PLAN, null);
            case 1 -> grantUntil(key, amount, START.plusSeconds(seconds + 1 + random.nextInt(300)));
            case 2 -> grantFrom(key, amount, START.plusSeconds(seconds + 1 + random.nextInt(300)));
            case 3, 4, 5 ->
                consume(key, Math.max(1, Math.min(amount, account.balance().available())));
            case 6 -> consume(key, Math.max(1, account.balance().available()));
            case 7 -> reverse(key, other);
            case 8 -> reverse(key, other, amount);
            case 9 -> revokeAnyLot(random, key, amount);
            case 10 -> new BookDueLots(ALICE);
            // Few, so that much happens to each.
            default ->
                account.purchases().all().size() > 5
                        ? grant(key, 1, LotSource.PLAN, null)
                        : new PurchaseCredits(
                                ALICE, key(key), OFFERS.get(random.nextInt(3)).packageId(), null, false);
        };
    }

    private RevokeCredits revokeAnyLot(Random random, String key, long amount) {
        List<Lot> lots = account.lots().all();
        LotId lot = lots.isEmpty()
                ? lotId("none")
                : lots.get(random.nextInt(lots.size())).id();
        return new RevokeCredits(ALICE, key(key), lot, random.nextBoolean() ? null : credits(amount), "Too many");
    }

    private void moveMoney(Random random) {
        List<Purchase> purchases = account.purchases().all();
        if (purchases.isEmpty()) {
            return;
        }
        Purchase purchase = purchases.get(random.nextInt(purchases.size()));
        Money money = moneyOf.computeIfAbsent(purchase.id(), _ -> new Money(purchase));
        if (!purchase.isPaid()) {
            send(
                    switch (random.nextInt(6)) {
                        case 0 -> PurchaseVocabulary.declined(purchase.id(), NO_FUNDS);
                        case 1 -> cancel(purchase.id());
                        default -> money.news(random);
                    });
        } else if (random.nextInt(5) == 0) {
            Credits some = random.nextBoolean() ? null : credits(1L + random.nextInt(300));
            send(new RefundPurchase(ALICE, key("refund " + seen), purchase.id(), some, "Not needed"));
        } else if (random.nextInt(6) == 0 && !told.isEmpty()) {
            send(told.get(random.nextInt(told.size())));
        } else {
            for (Object command : money.change(random)) {
                send(command);
                assertInvariants(command.toString());
                if (command instanceof RecordPayment) {
                    Purchase after = account.purchases().of(purchase.id());
                    assertThat(after.clawedBack()).as("%s", command).isEqualTo(money.gone());
                }
            }
        }
    }

    /** What the payment provider would know of the money of one purchase. */
    private final class Money {

        private final Purchase purchase;
        private final List<Back> backs = new ArrayList<>();
        private final List<DisputeStatus> disputes = new ArrayList<>();
        private final List<Long> disputed = new ArrayList<>();
        private long revoked;

        private Money(Purchase purchase) {
            this.purchase = purchase;
        }

        /** Something happens to the money, and mostly the account is told. */
        private List<Object> change(Random random) {
            Purchase known = account.purchases().of(purchase.id());
            List<Map.Entry<String, Purchase.OwnRefund>> open = known.refunds().entrySet().stream()
                    .filter(refund -> refund.getValue().outstanding())
                    .filter(refund ->
                            backs.stream().noneMatch(back -> refund.getKey().equals(back.own)))
                    .toList();
            if (!open.isEmpty() && random.nextBoolean()) {
                String id = open.getFirst().getKey();
                if (random.nextInt(3) == 0) {
                    return List.of(new FailRefund(ALICE, purchase.id(), new RefundId(id), NO_FUNDS));
                }
                backs.add(new Back(id, open.getFirst().getValue().amount()));
            } else if (random.nextInt(3) == 0) {
                dispute(random);
            } else if (random.nextInt(3) == 0 && !backs.isEmpty()) {
                backs.get(random.nextInt(backs.size())).effective = false;
            } else {
                long left = purchase.paid() - refunded();
                if (left > 0) {
                    backs.add(new Back(null, random.nextInt(4) == 0 ? left : 1 + random.nextLong(left)));
                }
            }
            return random.nextInt(4) == 0 ? List.of() : List.of(news(random));
        }

        private void dispute(Random random) {
            int which = random.nextInt(disputes.size() + 1);
            if (which == disputes.size()) {
                disputes.add(random.nextInt(4) == 0 ? DisputeStatus.INQUIRY : DisputeStatus.OPEN);
                disputed.add(random.nextBoolean() ? purchase.paid() : 1 + random.nextLong(2 * purchase.paid()));
            } else {
                disputes.set(
                        which,
                        switch (disputes.get(which)) {
                            case INQUIRY -> DisputeStatus.OPEN;
                            case OPEN -> random.nextBoolean() ? DisputeStatus.LOST : DisputeStatus.WON;
                            case LOST, WON -> DisputeStatus.WON;
                        });
            }
        }

        private long refunded() {
            return backs.stream()
                    .filter(back -> back.effective)
                    .mapToLong(back -> back.amount)
                    .sum();
        }

        private long lost() {
            long lost = 0;
            for (int i = 0; i < disputes.size(); i++) {
                lost += disputes.get(i) == DisputeStatus.LOST ? disputed.get(i) : 0;
            }
            return lost;
        }

        private RecordPayment news(Random random) {
            PurchaseVocabulary.News news = PurchaseVocabulary.news(purchase.id())
                    .of(purchase.creditPackage().price())
                    .at(Duration.between(AccountVocabulary.NOON, START).toSeconds() + seconds);
            for (Back back : backs) {
                String own = back.own;
                if (own == null) {
                    var _ = back.effective ? news.refunded(back.amount) : news.refundFailed(back.amount);
                } else {
                    news.own(new RefundId(own), back.amount, back.effective);
                }
            }
            for (int i = 0; i < disputes.size(); i++) {
                news.disputed("dp_" + i, disputed.get(i), disputes.get(i));
            }
            RecordPayment command = news.succeeded();
            if (random.nextBoolean()) {
                told.add(command);
            }
            return command;
        }

        /** Of money alone, and of what was asked for or revoked here. */
        private Credits gone() {
            Purchase known = account.purchases().of(purchase.id());
            long bought = purchase.creditPackage().credits().amount();
            long most = bought - revoked;
            long money = refunded() + lost();
            if (money >= purchase.paid()) {
                return credits(most);
            }
            long own = 0;
            for (Back back : backs) {
                Purchase.OwnRefund refund =
                        back.own == null ? null : known.refunds().get(back.own);
                if (refund != null && back.effective) {
                    own += refund.credits().amount();
                    money -= back.amount;
                }
            }
            return credits(Math.min(most, own + bought * Math.max(0, money) / purchase.paid()));
        }
    }

    private static final class Back {

        private final @Nullable String own;
        private final long amount;
        private boolean effective = true;

        private Back(@Nullable String own, long amount) {
            this.own = own;
            this.amount = amount;
        }
    }

    private void assertInvariants(String step) {
        axon.eventStore().readEvents(ALICE.value(), seen).asStream().forEach(message -> {
            LedgerEvent event = (LedgerEvent) message.getPayload();
            apply(event, message);
            seen = message.getSequenceNumber() + 1;
            assertBalance(step + ": " + event, event.balance());
        });
        assertThat(account.lots().all()).as(step).allSatisfy(lot -> assertThat(remaining.get(lot.id()))
                .as("%s: %s", step, lot)
                .isEqualTo(lot.remaining().amount())
                .isBetween(lot.held().amount(), lot.granted().amount()));
        account.purchases().all().forEach(purchase -> assertBroughtOnce(step, purchase));
    }

    private void apply(LedgerEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case AccountEvent fact ->
                account.evolve(fact, message.getSequenceNumber(), message.getTimestamp(), message.getMetaData());
            case PurchaseEvent fact ->
                account.evolve(fact, message.getSequenceNumber(), message.getTimestamp(), message.getMetaData());
            default -> throw new AssertionError("of no known family: " + event);
        }
        current += move(event);
    }

    private void assertBalance(String step, Balance balance) {
        List<Lot> lots = account.lots().all();
        long debt = balance.debt().amount();
        assertThat(balance.current()).as(step).isEqualTo(current);
        assertThat(balance.current())
                .as(step)
                .isEqualTo(balance.total().amount() - balance.used().amount());
        assertThat(sum(lots, Lot::remaining) - debt).as(step).isEqualTo(current);
        assertThat(balance.frozen().amount()).as(step).isEqualTo(sum(lots, Lot::frozen));
        assertThat(balance.held().amount()).as(step).isEqualTo(sum(lots, Lot::held));
        assertThat(balance.available()).as(step).isEqualTo(sum(lots, Lot::spendable) - debt);
        if (debt > 0) {
            assertThat(sum(lots, Lot::remaining)).as(step).isZero();
        } else {
            assertThat(balance.available()).as(step).isNotNegative();
        }
    }

    private static long sum(List<Lot> lots, Function<Lot, Credits> part) {
        return lots.stream().map(part).mapToLong(Credits::amount).sum();
    }

    private void assertBroughtOnce(String step, Purchase purchase) {
        List<CreditsGranted> brought = axon.eventStore()
                .readEvents(ALICE.value())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(CreditsGranted.class::isInstance)
                .map(CreditsGranted.class::cast)
                .filter(grant ->
                        grant.payment() != null && grant.payment().purchaseId().equals(purchase.id()))
                .toList();
        if (!purchase.isPaid()) {
            assertThat(brought).as(step).isEmpty();
            return;
        }
        assertThat(brought).as(step).singleElement().satisfies(grant -> assertThat(grant.amount())
                .isEqualTo(purchase.creditPackage().credits()));
    }

    /** What the event adds to the current balance, and to each lot. */
    private long move(LedgerEvent event) {
        return switch (event) {
            case CreditsGranted granted -> {
                add(granted.lotId(), granted.spendable().amount());
                yield granted.amount().amount();
            }
            case LotExpired expired -> add(expired.lotId(), -expired.amount().amount());
            case CreditsRevoked revoked -> {
                revoked(revoked);
                yield add(revoked.lotId(), -revoked.amount().amount());
            }
            case CreditsConsumed consumed -> {
                assertThat(take(consumed.draws())).isEqualTo(consumed.amount().amount());
                yield -consumed.amount().amount();
            }
            case ConsumptionReversed reversed -> {
                give(reversed.returns(), reversed.amount(), reversed.settledDebt());
                yield reversed.amount().amount();
            }
            case PurchaseRefunded refunded -> {
                take(refunded.draws());
                yield -refunded.credits().amount();
            }
            case DisputeLost lost -> {
                take(lost.draws());
                yield -lost.credits().amount();
            }
            case RefundReversed reversed -> {
                give(reversed.returns(), reversed.credits(), reversed.settledDebt());
                yield reversed.credits().amount();
            }
            case DisputeWon won -> {
                give(won.returns(), won.credits(), won.settledDebt());
                yield won.credits().amount();
            }
            default -> 0;
        };
    }

    private void revoked(CreditsRevoked event) {
        account.purchases().all().stream()
                .filter(purchase -> purchase.isPaid() && purchase.owns(event.lotId()))
                .forEach(purchase -> {
                    Money money = moneyOf.computeIfAbsent(purchase.id(), _ -> new Money(purchase));
                    long left = purchase.creditPackage().credits().amount()
                            - purchase.clawedBack().amount();
                    money.revoked = Math.min(money.revoked + event.amount().amount(), left);
                });
    }

    private long take(List<Draw> draws) {
        return -draws.stream()
                .mapToLong(draw -> add(draw.lotId(), -draw.amount().amount()))
                .sum();
    }

    private void give(List<Draw> returns, Credits amount, @Nullable Credits settledDebt) {
        long given = returns.stream()
                .mapToLong(back -> add(back.lotId(), back.amount().amount()))
                .sum();
        assertThat(given + (settledDebt == null ? 0 : settledDebt.amount())).isEqualTo(amount.amount());
    }

    private long add(LotId lot, long amount) {
        assertThat(remaining.merge(lot, amount, Long::sum)).isNotNegative();
        return amount;
    }

    private void send(Object command) {
        try {
            axon.commandGateway().sendAndWait(command);
        } catch (CommandExecutionException refused) {
            assertThat(refused.getDetails()).as("%s", command).isPresent();
        }
    }

    private void passTime(long more) {
        seconds += more;
        GenericEventMessage.clock = Clock.fixed(START.plus(Duration.ofSeconds(seconds)), ZoneOffset.UTC);
    }
}
