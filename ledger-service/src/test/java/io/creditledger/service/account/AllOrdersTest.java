package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.events.PurchaseEvent;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * News comes in any order, twice, or not at all. Each piece tells all of a payment's state at its moment, so whichever comes
 * when, the account ends where it would have ended had each come in its time.
 */
class AllOrdersTest {

    private final Clock clockBefore = GenericEventMessage.clock;

    /** Thousands of lives: each has a store of its own, all have the rest in common. */
    private final Configuration axon = DefaultConfigurer.defaultConfiguration(false)
            .configureEmbeddedEventStore(_ -> (EventStorageEngine) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {EventStorageEngine.class},
                    (_, method, arguments) -> method.invoke(this.storage, arguments)))
            .configureAggregate(CreditAccount.class)
            .registerComponent(PackageCatalogue.class, _ -> AccountVocabulary.CATALOGUE)
            .start();

    private EventStorageEngine storage = new InMemoryEventStorageEngine();

    @BeforeEach
    void letTimeStandStill() {
        GenericEventMessage.clock = Clock.fixed(NOON, ZoneOffset.UTC);
    }

    @AfterEach
    void letTimeGoOn() {
        axon.shutdown();
        GenericEventMessage.clock = clockBefore;
    }

    /** Six moments in the life of one payment, and what the account did before it heard of them. */
    record Life(String name, List<Object> before, List<RecordPayment> news) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Life life(String name, List<Object> before, RecordPayment... news) {
        return new Life(name, before, List.of(news));
    }

    static List<Life> lives() {
        return List.of(
                life(
                        "lost",
                        List.of(purchase("p")),
                        news("p").is(PaymentStatus.REQUIRES_ACTION),
                        news("p").at(1).succeeded(),
                        news("p").at(2).refunded(300).succeeded(),
                        news("p").at(3).refundFailed(300).succeeded(),
                        news("p")
                                .at(4)
                                .refundFailed(300)
                                .disputed("d", DisputeStatus.OPEN)
                                .succeeded(),
                        news("p")
                                .at(5)
                                .refundFailed(300)
                                .disputed("d", DisputeStatus.LOST)
                                .succeeded()),
                life(
                        "won",
                        List.of(purchase("p")),
                        news("p").succeeded(),
                        news("p").at(1).disputed("d", DisputeStatus.INQUIRY).succeeded(),
                        news("p").at(2).disputed("d", DisputeStatus.OPEN).succeeded(),
                        news("p").at(3).disputed("d", DisputeStatus.WON).succeeded(),
                        news("p")
                                .at(4)
                                .disputed("d", DisputeStatus.WON)
                                .disputed("e", DisputeStatus.OPEN)
                                .succeeded(),
                        news("p")
                                .at(5)
                                .disputed("d", DisputeStatus.WON)
                                .disputed("e", DisputeStatus.WON)
                                .succeeded()),
                life(
                        "reinstated after all was spent",
                        List.of(
                                grant("promo", 1_000, LotSource.PLAN, 90),
                                purchase("p"),
                                paid("p"),
                                consume("c", 10_000)),
                        news("p").at(1).refunded(333).succeeded(),
                        news("p")
                                .at(2)
                                .refunded(333)
                                .disputed("d", 600, DisputeStatus.OPEN)
                                .succeeded(),
                        news("p")
                                .at(3)
                                .refunded(333)
                                .disputed("d", 600, DisputeStatus.LOST)
                                .succeeded(),
                        news("p")
                                .at(4)
                                .refundFailed(333)
                                .disputed("d", 600, DisputeStatus.LOST)
                                .succeeded(),
                        news("p")
                                .at(5)
                                .refundFailed(333)
                                .disputed("d", 600, DisputeStatus.WON)
                                .succeeded(),
                        news("p")
                                .at(6)
                                .refundFailed(333)
                                .refunded(1)
                                .disputed("d", 600, DisputeStatus.WON)
                                .succeeded()),
                life(
                        "refunded from here",
                        List.of(
                                grant("plan", 500),
                                purchase("p"),
                                paid("p"),
                                consume("c", 8_000),
                                refund("r", "p", 1_111L)),
                        news("p").at(1).refunded("r", 111).succeeded(),
                        news("p").at(2).refunded("r", 111).refunded(500).succeeded(),
                        news("p").at(3).refundFailed("r", 111).refunded(500).succeeded(),
                        news("p")
                                .at(4)
                                .refundFailed("r", 111)
                                .refunded(500)
                                .disputed("d", 500, DisputeStatus.OPEN)
                                .succeeded(),
                        news("p")
                                .at(5)
                                .refundFailed("r", 111)
                                .refunded(500)
                                .disputed("d", 500, DisputeStatus.WON)
                                .succeeded(),
                        news("p")
                                .at(6)
                                .refundFailed("r", 111)
                                .refundFailed(500)
                                .disputed("d", 500, DisputeStatus.WON)
                                .succeeded()),
                life(
                        "refunded from here in vain",
                        List.of(purchase("p"), paid("p"), refund("r", "p", 1_000L)),
                        news("p").at(1).succeeded(),
                        news("p").at(2).refunded("r", 100).succeeded(),
                        news("p").at(3).refunded("r", 100).succeeded(),
                        news("p").at(4).refundFailed("r", 100).succeeded(),
                        news("p")
                                .at(5)
                                .refundFailed("r", 100)
                                .disputed("d", DisputeStatus.INQUIRY)
                                .succeeded(),
                        news("p").at(6).refundFailed("r", 100).succeeded()),
                life(
                        "refunded in vain",
                        List.of(purchase("p")),
                        news("p").succeeded(),
                        news("p").at(1).refunded(300).succeeded(),
                        news("p").at(2).refundFailed(300).succeeded(),
                        news("p").at(3).refundFailed(300).refunded(200).succeeded(),
                        news("p").at(4).refundFailed(300).refundFailed(200).succeeded(),
                        news("p")
                                .at(5)
                                .refundFailed(300)
                                .refundFailed(200)
                                .disputed("d", DisputeStatus.INQUIRY)
                                .succeeded()),
                life(
                        "canceled late",
                        List.of(purchase("p")),
                        news("p").is(PaymentStatus.REQUIRES_PAYMENT_METHOD),
                        news("p").at(1).declined(PurchaseVocabulary.NO_FUNDS),
                        news("p").at(2).is(PaymentStatus.PROCESSING),
                        news("p").at(3).declined(PurchaseVocabulary.STOLEN),
                        news("p").at(4).is(PaymentStatus.REQUIRES_ACTION),
                        news("p").at(5).is(PaymentStatus.CANCELED)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void endWhereTheOneInTimeEnds(Life life) {
        String inTime = endOf(life, life.news());

        for (List<RecordPayment> order : ordersOf(life.news())) {
            assertThat(endOf(life, order)).as("%s", order).isEqualTo(inTime);
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void endWhereTheOneInTimeEndsWithEverythingToldTwice(Life life) {
        String inTime = endOf(life, life.news());

        for (List<RecordPayment> order : ordersOf(life.news())) {
            List<RecordPayment> twice = new ArrayList<>(order);
            twice.addAll(3, order.reversed());
            assertThat(endOf(life, twice)).as("%s", twice).isEqualTo(inTime);
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void endWhereTheOneInTimeEndsWithTheLastAlone(Life life) {
        assertThat(endOf(life, List.of(life.news().getLast()))).isEqualTo(endOf(life, life.news()));
    }

    @Test
    void areAll() {
        assertThat(ordersOf(lives().getFirst().news())).hasSize(720).doesNotHaveDuplicates();
    }

    /** What the account has and knows after it was told. */
    private String endOf(Life life, List<RecordPayment> order) {
        storage = new InMemoryEventStorageEngine();
        List<Object> commands = new ArrayList<>(List.of(open(), customer()));
        commands.addAll(life.before());
        commands.addAll(order);
        commands.forEach(axon.commandGateway()::sendAndWait);
        return state();
    }

    private String state() {
        CreditAccount account = new CreditAccount();
        axon.eventStore().readEvents(ALICE.value()).forEachRemaining(message -> {
            switch (message.getPayload()) {
                case AccountEvent event ->
                    account.evolve(event, message.getSequenceNumber(), message.getTimestamp(), message.getMetaData());
                case PurchaseEvent event ->
                    account.evolve(event, message.getSequenceNumber(), message.getTimestamp(), message.getMetaData());
                default -> throw new AssertionError("of no known family: " + message);
            }
        });
        Purchase purchase = account.purchases().of(purchaseId("p"));
        return "%s, %s, %s, refunded %d, lost %d, clawed back %s"
                .formatted(
                        account.balance(),
                        account.lots().all(),
                        purchase.status(),
                        purchase.refunded(),
                        purchase.lost(),
                        purchase.clawedBack());
    }

    private static <T> List<List<T>> ordersOf(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : things) {
            List<T> others = new ArrayList<>(things);
            others.remove(first);
            for (List<T> rest : ordersOf(others)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
