package io.creditledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.AutoTopUpTerms;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.AutoTopUpConfigured;
import io.creditledger.api.purchase.events.AutoTopUpDisabled;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.AutoTopUpPostponed;
import io.creditledger.api.purchase.events.AutoTopUpResumed;
import io.creditledger.api.purchase.events.CancellationRequested;
import io.creditledger.api.purchase.events.CustomerForgotten;
import io.creditledger.api.purchase.events.CustomerRegistered;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeOpened;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PaymentMethodRemovalRequested;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import io.creditledger.api.purchase.events.PaymentMethodUpdated;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentRetried;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.api.purchase.events.RefundReversed;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pins name and JSON of every event: {@code events/<name>.json} is what is stored for ever, {@code events/<name>-<variant>.json}
 * the same with other fields present. A variant that {@link #pins} lacks is a shape of the past, which must still load.
 */
class EventContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final LotId LOT = new LotId("lot_9aTz0xYvQq2mS1bW3cE4rA");
    private static final ConsumptionId CONSUMPTION = new ConsumptionId("con_pL0oKm9NiJ8bHu7VgY6tFc");
    private static final Website WEBSITE = new Website("site-1", "Acme", "https://acme.example");
    private static final Balance BALANCE =
            new Balance(Credits.of(10_000), Credits.of(420), Credits.of(7), Credits.of(50));
    private static final PurchaseId PURCHASE = new PurchaseId("pur_3kJ4hG5fD6sA7mN8bV9cXz");
    private static final PurchaseId TOP_UP = new PurchaseId("top_7gF6dS5aP4oI3uY2tR1eWq");
    private static final RefundId REFUND = new RefundId("rfd_cF6tYgV7uHb8JiN9mKo0Lp");
    private static final PaymentReference PAYMENT = new PaymentReference("pi_3PqRsT2eZvKYlo2C1aBcDeFg");
    private static final CustomerReference CUSTOMER = new CustomerReference("cus_QwErTyUiOpAsDf");
    private static final PaymentMethodId CARD = new PaymentMethodId("pm_1PqRsT2eZvKYlo2CzXcVbNmQ");
    private static final DisputeReference DISPUTE = new DisputeReference("du_1PqRsT2eZvKYlo2CqAzWsXeD");
    private static final Price PRICE = new Price(1_000, "usd");
    private static final CreditPackage PACKAGE =
            new CreditPackage(new PackageId("starter"), 2, Credits.of(10_000), PRICE);
    private static final PaymentFailure FAILURE =
            new PaymentFailure("card_declined", "insufficient_funds", "Your card has insufficient funds.");
    private static final Instant OBSERVED = Instant.parse("2026-11-22T10:00:03Z");

    /** An event and the name of the file that pins it. */
    record Pin(String name, LedgerEvent event) {

        Pin(LedgerEvent event) {
            this(event.getClass().getSimpleName(), event);
        }

        static Pin variant(LedgerEvent event, String variant) {
            return new Pin(event.getClass().getSimpleName() + "-" + variant, event);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pin> pins() {
        return Stream.of(accountEvents(), variants(), cards(), payments(), refundsAndDisputes(), autoTopUps())
                .flatMap(pins -> pins);
    }

    private static Stream<Pin> accountEvents() {
        return Stream.of(
                        new AccountOpened(ACCOUNT, "Acme Inc.", new Metadata(Map.of("tier", "gold", "seats", 3))),
                        new AccountDetailsChanged(ACCOUNT, "Acme Ltd.", Metadata.NONE, BALANCE),
                        new CreditsGranted(
                                ACCOUNT,
                                LOT,
                                Credits.of(10_000),
                                LotSource.PROMOTIONAL,
                                "Welcome",
                                50,
                                Instant.parse("2026-11-22T10:00:00.123456Z"),
                                Instant.parse("2027-11-22T10:00:00Z"),
                                false,
                                null,
                                null,
                                BALANCE),
                        new LotActivated(ACCOUNT, LOT, Credits.of(50), BALANCE),
                        new LotExpired(ACCOUNT, LOT, Credits.of(50), Instant.parse("2027-11-22T10:00:00Z"), BALANCE),
                        new CreditsConsumed(
                                ACCOUNT,
                                CONSUMPTION,
                                Credits.of(420),
                                "Website generation",
                                WEBSITE,
                                new Metadata(Map.of("model", "large", "score", new BigDecimal("0.75"), "cached", true)),
                                draws(420),
                                BALANCE),
                        new ConsumptionReversed(
                                ACCOUNT,
                                new ReversalId("rev_Zx9cV8bN7mA6sD5fG4hJ3k"),
                                CONSUMPTION,
                                Credits.of(20),
                                "Generation failed",
                                WEBSITE,
                                draws(20),
                                null,
                                BALANCE),
                        new CreditsRevoked(
                                ACCOUNT,
                                new RevocationId("rvk_Qw1eR2tY3uI4oP5aS6dF7g"),
                                LOT,
                                Credits.of(30),
                                "Granted twice",
                                BALANCE))
                .map(Pin::new);
    }

    private static Stream<Pin> variants() {
        return Stream.of(
                Pin.variant(
                        new CreditsGranted(
                                ACCOUNT,
                                LOT,
                                Credits.of(10_000),
                                LotSource.PURCHASE,
                                "10,000 credits",
                                50,
                                OBSERVED,
                                null,
                                false,
                                Credits.of(300),
                                new Payment(PURCHASE, PAYMENT, PRICE),
                                BALANCE),
                        "purchase"),
                Pin.variant(
                        new ConsumptionReversed(
                                ACCOUNT,
                                new ReversalId("rev_Zx9cV8bN7mA6sD5fG4hJ3k"),
                                CONSUMPTION,
                                Credits.of(20),
                                "Generation failed",
                                null,
                                draws(15),
                                Credits.of(5),
                                BALANCE),
                        "debt"),
                Pin.variant(
                        new PurchaseStarted(
                                ACCOUNT, TOP_UP, PACKAGE, PurchaseInitiator.AUTO_TOP_UP, CARD, false, BALANCE),
                        "top-up"),
                Pin.variant(new PurchaseCanceled(ACCOUNT, PURCHASE, null, OBSERVED, BALANCE), "unasked"),
                Pin.variant(
                        new PurchaseFailed(
                                ACCOUNT,
                                PURCHASE,
                                new PaymentFailure("resource_missing", null, "No such card."),
                                BALANCE),
                        "plain"),
                Pin.variant(
                        new AutoTopUpPaused(
                                ACCOUNT,
                                PauseReason.MONTHLY_LIMIT_REACHED,
                                null,
                                Instant.parse("2026-12-01T00:00:00Z"),
                                BALANCE),
                        "limit"));
    }

    private static Stream<Pin> cards() {
        Card visa = new Card(CARD, "visa", "4242", 4, 2030, "Xt5EWLLDS7FJjR1c", "US");
        Card unknown = new Card(CARD, "visa", "4242", 4, 2031, null, null);
        return Stream.of(
                        new CustomerRegistered(ACCOUNT, CUSTOMER, BALANCE),
                        new CustomerForgotten(ACCOUNT, CUSTOMER, BALANCE),
                        new PaymentMethodRegistered(ACCOUNT, visa, BALANCE),
                        new PaymentMethodUpdated(ACCOUNT, unknown, BALANCE),
                        new DefaultPaymentMethodSet(ACCOUNT, CARD, BALANCE),
                        new PaymentMethodRemovalRequested(ACCOUNT, CARD, BALANCE),
                        new PaymentMethodRemoved(ACCOUNT, CARD, BALANCE))
                .map(Pin::new);
    }

    private static Stream<Pin> payments() {
        return Stream.of(
                        new PurchaseStarted(
                                ACCOUNT, PURCHASE, PACKAGE, PurchaseInitiator.CUSTOMER, null, true, BALANCE),
                        new PaymentRequested(ACCOUNT, PURCHASE, PAYMENT, OBSERVED, BALANCE),
                        new PaymentActionRequired(ACCOUNT, PURCHASE, PAYMENT, OBSERVED, BALANCE),
                        new PaymentUnderWay(ACCOUNT, PURCHASE, PAYMENT, OBSERVED, BALANCE),
                        new PaymentDeclined(ACCOUNT, PURCHASE, PAYMENT, FAILURE, OBSERVED, BALANCE),
                        new PaymentRetried(ACCOUNT, PURCHASE, 2, BALANCE),
                        new PurchaseSucceeded(
                                ACCOUNT, PURCHASE, PAYMENT, "https://pay.example/receipts/1", OBSERVED, BALANCE),
                        new PurchaseFailed(ACCOUNT, PURCHASE, FAILURE, BALANCE),
                        new CancellationRequested(ACCOUNT, PURCHASE, CancellationReason.REQUESTED, BALANCE),
                        new PurchaseCanceled(ACCOUNT, PURCHASE, PAYMENT, OBSERVED, BALANCE))
                .map(Pin::new);
    }

    private static Stream<Pin> refundsAndDisputes() {
        return Stream.of(
                        new RefundRequested(
                                ACCOUNT, REFUND, PURCHASE, Credits.of(2_500), PRICE.of(250), "Bought twice", BALANCE),
                        new RefundFailed(ACCOUNT, REFUND, PURCHASE, Credits.of(2_500), FAILURE, OBSERVED, BALANCE),
                        new PurchaseRefunded(
                                ACCOUNT,
                                PURCHASE,
                                PRICE.of(250),
                                List.of(REFUND),
                                Credits.of(2_500),
                                draws(2_400),
                                OBSERVED,
                                BALANCE),
                        new RefundReversed(
                                ACCOUNT,
                                PURCHASE,
                                PRICE.of(0),
                                PRICE.of(250),
                                Credits.of(2_500),
                                Credits.of(100),
                                draws(2_400),
                                OBSERVED,
                                BALANCE),
                        new DisputeOpened(
                                ACCOUNT, PURCHASE, DISPUTE, PRICE, "fraudulent", Credits.of(9_000), OBSERVED, BALANCE),
                        new DisputeLost(
                                ACCOUNT,
                                PURCHASE,
                                DISPUTE,
                                PRICE,
                                Credits.of(9_000),
                                Credits.of(10_000),
                                draws(9_000),
                                OBSERVED,
                                BALANCE),
                        new DisputeWon(
                                ACCOUNT,
                                PURCHASE,
                                DISPUTE,
                                PRICE,
                                Credits.of(9_000),
                                Credits.of(10_000),
                                Credits.of(1_000),
                                draws(9_000),
                                OBSERVED,
                                BALANCE))
                .map(Pin::new);
    }

    private static Stream<Pin> autoTopUps() {
        return Stream.of(
                        new AutoTopUpConfigured(
                                ACCOUNT, new AutoTopUpTerms(Credits.of(500), PACKAGE, PRICE.of(5_000)), BALANCE),
                        new AutoTopUpDisabled(ACCOUNT, BALANCE),
                        new AutoTopUpPaused(ACCOUNT, PauseReason.PAYMENT_DECLINED, FAILURE, null, BALANCE),
                        new AutoTopUpPostponed(
                                ACCOUNT, TOP_UP, FAILURE, 1, Instant.parse("2026-11-23T10:00:03Z"), BALANCE),
                        new AutoTopUpResumed(ACCOUNT, BALANCE))
                .map(Pin::new);
    }

    private static List<Draw> draws(long amount) {
        return List.of(new Draw(LOT, Credits.of(amount)));
    }

    @ParameterizedTest
    @MethodSource("pins")
    void isStoredAsPinned(Pin pin) throws Exception {
        String pinned = Files.readString(directory().resolve(pin.name() + ".json"));

        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(pin.event()))
                .isEqualTo(pinned.strip());
    }

    @ParameterizedTest
    @MethodSource("pins")
    void loadsAsItWas(Pin pin) throws Exception {
        assertThat(JSON.readValue(
                        JSON.writeValueAsString(pin.event()), pin.event().getClass()))
                .isEqualTo(pin.event());
    }

    @ParameterizedTest
    @MethodSource("pins")
    void aFieldOfTheFutureIsPassedOver(Pin pin) {
        String withMore = JSON.writeValueAsString(pin.event()).replaceFirst("\\{", "{\"new\":1,");

        assertThat(JSON.readValue(withMore, pin.event().getClass())).isEqualTo(pin.event());
    }

    @Test
    void everyPinnedFileLoads() throws Exception {
        Map<String, Class<?>> types = types();
        for (Path file : files()) {
            String name = file.getFileName().toString().replaceFirst("(-.*)?\\.json$", "");
            LedgerEvent event =
                    (LedgerEvent) JSON.readValue(Files.readString(file), Objects.requireNonNull(types.get(name), name));

            assertThat(event.accountId()).as(name).isEqualTo(ACCOUNT);
            assertThat(event.balance()).as(name).isNotNull();
        }
    }

    @Test
    void everyEventIsPinnedAndNoPinIsLeftOver() throws Exception {
        var pinned = files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.contains("-"))
                .collect(Collectors.toSet());

        assertThat(pinned)
                .isEqualTo(types().keySet().stream().map(name -> name + ".json").collect(Collectors.toSet()));
    }

    /** By simple name, which no two may share: it is what an event is stored under. */
    private static Map<String, Class<?>> types() {
        return Stream.of(AccountEvent.class, PurchaseEvent.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .collect(Collectors.toMap(Class::getSimpleName, type -> type));
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.sorted().toList();
        }
    }

    private static Path directory() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(EventContractTest.class.getResource("/events"))
                .toURI());
    }
}
