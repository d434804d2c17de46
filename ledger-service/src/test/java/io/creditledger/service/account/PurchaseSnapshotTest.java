package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.AMEX;
import static io.creditledger.service.account.PurchaseVocabulary.CUSTOMER;
import static io.creditledger.service.account.PurchaseVocabulary.NO_FUNDS;
import static io.creditledger.service.account.PurchaseVocabulary.STOLEN;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.cancel;
import static io.creditledger.service.account.PurchaseVocabulary.canceled;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.declined;
import static io.creditledger.service.account.PurchaseVocabulary.lotOf;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.refund;
import static io.creditledger.service.account.PurchaseVocabulary.refundId;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;
import static io.creditledger.service.account.PurchaseVocabulary.topUpId;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.commands.AbandonPurchase;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.commands.FailRefund;
import io.creditledger.api.purchase.commands.ForgetCustomer;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.commands.RetryPayment;
import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.service.platform.axon.SerializersForTests;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account with purchases, cards, top-ups, refunds and disputes in every state decides the same with and without snapshots. */
class PurchaseSnapshotTest {

    private final Clock clockBefore = GenericEventMessage.clock;
    private final Serializer serializer = SerializersForTests.ofSnapshots();

    @BeforeEach
    void letTimeStandStill() {
        GenericEventMessage.clock = Clock.fixed(NOON, ZoneOffset.UTC);
    }

    @AfterEach
    void letTimeGoOn() {
        GenericEventMessage.clock = clockBefore;
    }

    @Test
    void decidesTheSameFromASnapshotBeforeEachCommand() {
        Snapshotting snapshots = new Snapshotting();

        List<Object> with = historyOf(snapshots, true);

        assertThat(with).isEqualTo(historyOf(new InMemoryEventStorageEngine(), false));
        assertThat(snapshots.used).isGreaterThan(commands().size() / 2);
    }

    @Test
    void comesBackAsItWas() {
        CreditAccount account = new CreditAccount();
        long revision = 0;
        for (Object event : historyOf(new InMemoryEventStorageEngine(), false)) {
            evolve(account, event, revision++);
            CreditAccount back = back(account);
            assertThat(json(back)).as("%s", event).isEqualTo(json(account));
        }
        assertThat(account.purchases().all()).extracting(Purchase::status).contains(PurchaseStatus.values());
    }

    @Test
    void goesBackToWhatItWasOrStaysAsItIs() {
        CreditAccount account = new CreditAccount();
        Set<Class<?>> undone = new HashSet<>();
        long revision = 0;
        for (Object event : historyOf(new InMemoryEventStorageEngine(), false)) {
            String was = json(account);
            AccountBefore before = Objects.requireNonNull(AccountBefore.of(account));
            evolve(account, event, revision);
            String is = json(account);
            if (before.restore()) {
                undone.add(event.getClass());
                assertThat(json(account)).as("before %s", event).isEqualTo(was);
                evolve(account, event, revision);
            }
            assertThat(json(account)).as("%s", event).isEqualTo(is);
            revision++;
        }
        assertThat(undone).containsExactlyInAnyOrder(AccountOpened.class, CreditsConsumed.class);
    }

    private static List<Object> commands() {
        return List.of(
                open(),
                customer(),
                saved(VISA),
                saved(AMEX),
                grant("g", 5_000),
                topUpBelow(5_000, 3_000),
                purchase("succeeded"),
                paid("succeeded"),
                consume("c", 11_000),
                declined(topUpId(1), NO_FUNDS),
                canceled(topUpId(1)),
                purchase("started"),
                purchase("retried"),
                new RetryPayment(ALICE, purchaseId("retried"), 1),
                purchase("declined"),
                declined("declined", NO_FUNDS),
                purchase("action"),
                news("action").is(PaymentStatus.REQUIRES_ACTION),
                purchase("canceled"),
                cancel(purchaseId("canceled")),
                new AbandonPurchase(ALICE, purchaseId("canceled"), 1),
                purchase("failed"),
                new FailPurchase(ALICE, purchaseId("failed"), 1, STOLEN),
                purchase("refunding"),
                paid("refunding"),
                refund("r", "refunding", 4_000L),
                refund("s", "refunding", 100L),
                new FailRefund(ALICE, purchaseId("refunding"), refundId("s"), NO_FUNDS),
                purchase("refunded"),
                news("refunded").refunded(1_000).succeeded(),
                purchase("partly"),
                news("partly").refunded(400).refundFailed(100).succeeded(),
                purchase("disputed"),
                news("disputed").disputed("d", DisputeStatus.OPEN).succeeded(),
                purchase("lost"),
                news("lost").disputed("d", 500, DisputeStatus.LOST).succeeded(),
                purchase("won"),
                news("won").disputed("d", DisputeStatus.WON).succeeded(),
                new RevokeCredits(ALICE, key("v"), lotOf("won"), credits(1_000), "By mistake"),
                new RemovePaymentMethod(ALICE, AMEX.paymentMethodId()),
                purchase("given up"),
                cancel(purchaseId("given up")),
                new AbandonPurchase(ALICE, purchaseId("given up"), 1),
                // From here on, what was remembered decides.
                purchase("won"),
                news("refunding").at(1).refunded("r", 400).succeeded(),
                news("partly").at(1).refundFailed(400).refundFailed(100).succeeded(),
                news("partly").refunded(400).succeeded(),
                news("disputed").at(1).disputed("d", DisputeStatus.LOST).succeeded(),
                news("lost").at(1).disputed("d", 500, DisputeStatus.WON).succeeded(),
                news("lost").disputed("d", 500, DisputeStatus.LOST).succeeded(),
                news("won").at(1).disputed("d", DisputeStatus.WON).refunded(950).succeeded(),
                news("won")
                        .at(2)
                        .disputed("d", DisputeStatus.WON)
                        .refunded(1_000)
                        .succeeded(),
                news("canceled").succeeded(),
                consume("all", 20_000),
                new RemovePaymentMethod(ALICE, VISA.paymentMethodId()),
                new ForgetCustomer(ALICE, CUSTOMER),
                paid("started"));
    }

    /** The facts that the commands make, whether they are refused or not. */
    private static List<Object> historyOf(EventStorageEngine storage, boolean snapshots) {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> storage)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(CreditAccount.class)
                        .configureSnapshotTrigger(configuration -> snapshots
                                ? new EventCountSnapshotTriggerDefinition(configuration.snapshotter(), 1)
                                : NoSnapshotTriggerDefinition.INSTANCE))
                .registerComponent(PackageCatalogue.class, _ -> AccountVocabulary.CATALOGUE)
                .start();
        try {
            for (Object command : commands()) {
                try {
                    axon.commandGateway().sendAndWait(command);
                } catch (RequestRepeatedException repeated) {
                    assertThat(command).isEqualTo(purchase("won"));
                }
            }
            List<Object> history = new ArrayList<>();
            storage.readEvents(ALICE.value(), 0).forEachRemaining(message -> history.add(message.getPayload()));
            return history;
        } finally {
            axon.shutdown();
        }
    }

    private static void evolve(CreditAccount account, Object event, long revision) {
        switch (event) {
            case AccountEvent fact -> account.evolve(fact, revision, NOON, MetaData.emptyInstance());
            case PurchaseEvent fact -> account.evolve(fact, revision, NOON, MetaData.emptyInstance());
            default -> throw new AssertionError("of no known family: " + event);
        }
    }

    private CreditAccount back(CreditAccount account) {
        return serializer.deserialize(serializer.serialize(account, String.class));
    }

    private String json(CreditAccount account) {
        return serializer.serialize(account, String.class).getData();
    }

    /** Gives every snapshot out as it would come from a database: written down and read again. */
    private final class Snapshotting extends InMemoryEventStorageEngine {

        private int used;

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
            return super.readSnapshot(aggregate).map(snapshot -> {
                used++;
                return new GenericDomainEventMessage<>(
                        snapshot.getType(), aggregate, snapshot.getSequenceNumber(), back((CreditAccount)
                                snapshot.getPayload()));
            });
        }
    }
}
