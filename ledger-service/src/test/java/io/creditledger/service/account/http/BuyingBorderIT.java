package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.commands.ForgetPaymentMethod;
import io.creditledger.api.purchase.commands.RefundPurchase;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.queries.FindPaymentMethods;
import io.creditledger.api.purchase.queries.FindPurchases;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Buying at the border, over real HTTP, before an account and a payment provider that do as the account's name says. */
@BorderTest
class BuyingBorderIT {

    private static final String PURCHASE = "{\"packageId\":\"credits-10000\"}";
    private static final String REFUND = "{\"reason\":\"Bought by mistake\"}";
    private static final String TOP_UP = """
            {"threshold":2000,"packageId":"credits-10000","monthlyLimit":{"amount":5000,"currency":"usd"}}""";

    @Autowired
    private StandInShop shop;

    @Autowired
    private StandInGateway gateway;

    private LedgerClient client;

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        client = new LedgerClient(port);
        shop.forget();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            new-card, requires_payment_method, true,  pi_new-card, ,                  7
            asks,     requires_action,         true,  pi_asks,     ,                  7
            declined, requires_payment_method, true,  pi_declined, card_declined,     7
            slow,     processing,              false, pi_slow,     ,                  7
            pays,     succeeded,               false, pi_pays,     ,                  10007
            refused,  failed,                  false, ,            parameter_invalid, 7
            """)
    void answersHowThePaymentWentAtFirst(
            String account,
            String status,
            boolean hasSecret,
            @Nullable String payment,
            @Nullable String failure,
            long available) {
        Answer answer = buy(account).is(201);

        assertThat(answer.text("/purchaseId")).startsWith("pur_");
        assertThat(answer.text("/status")).isEqualTo(status);
        assertThat(answer.text("/package/packageId")).isEqualTo("credits-10000");
        assertThat(answer.number("/package/price/amount")).isEqualTo(1_000);
        assertThat(answer.json().at("/paymentIntentId").asString("")).isEqualTo(payment == null ? "" : payment);
        assertThat(answer.json().at("/failure/code").asString("")).isEqualTo(failure == null ? "" : failure);
        assertThat(answer.json().at("/clientSecret").asString(""))
                .isEqualTo(hasSecret ? "pi_" + account + "_secret_s" : "");
        assertThat(answer.number("/balance/available")).isEqualTo(available);
        assertThat(answer.number("/revision")).isEqualTo(2);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(answer.isReplayed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"new-card", "asks", "declined", "slow", "pays", "refused"})
    void answersARepeatedPurchaseWithTheSameBytesAndAsksForNoOtherPayment(String account) {
        Answer first = buy(account);
        gateway.asked.clear();

        Answer second = buy(account);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.isReplayed()).isTrue();
        assertThat(gateway.asked).isSubsetOf("read");
    }

    @Test
    void saysNothingOfAPaymentThatNobodyKnowsAbout() {
        gateway.away = true;

        Answer answer = buy("new-card").isProblem(503, "payment-provider-unavailable");

        assertThat(answer.text("/purchaseId")).startsWith("pur_");
        assertThat(answer.text("/purchaseStatus")).isEqualTo("processing");
        assertThat(answer.body()).doesNotContain("10.0.0.1").doesNotContain("secret");

        gateway.away = false;
        buy("new-card").is(201);
    }

    @Test
    void answersNoHalfWhenTheSecretCannotBeReadAgain() {
        buy("asks").is(201);
        gateway.away = true;

        Answer answer = buy("asks").isProblem(503, "payment-provider-unavailable");

        assertThat(answer.text("/purchaseStatus")).isEqualTo("requires_action");
    }

    @Test
    void answersWhatNeedsNoSecretWithoutThePaymentProvider() {
        Answer first = buy("pays");
        gateway.away = true;

        assertThat(buy("pays").body()).isEqualTo(first.body());
    }

    @Test
    void namesWhyAPurchaseWasRefused() {
        client.post("/v1/accounts/unknown/purchases", "k", PURCHASE).isProblem(404, "account-not-found");
        client.post("/v1/accounts/alice/purchases", "k", "{\"packageId\":\"none\"}")
                .isProblem(404, "package-not-found");
        client.post("/v1/accounts/alice/purchases", null, PURCHASE).isProblem(400, "idempotency-key-required");
        client.send(client.request("/v1/accounts/alice/purchases")
                        .header("Idempotency-Key", "k")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(PURCHASE)))
                .isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            purchases               | {}                                                     | packageId
            purchases               | {"packageId":5}                                        | packageId
            purchases               | {"packageId":""}                                       | packageId
            purchases               | {"packageId":"a b"}                                    | packageId
            purchases               | {"packageId":"p","paymentMethodId":7}                  | paymentMethodId
            purchases               | {"packageId":"p","paymentMethodId":"pm 1"}             | paymentMethodId
            purchases               | {"packageId":"p","savePaymentMethod":"true"}           | savePaymentMethod
            purchases               | {"packageId":"p","savePaymentMethod":1}                | savePaymentMethod
            purchases               | {"packageId":"p","amount":1}                           | amount
            purchases               | {"packageId":"p","price":{"amount":1}}                 | price
            purchases               | []                                                     | body
            purchases/pur_1/refund  | {}                                                     | reason
            purchases/pur_1/refund  | {"reason":"r","credits":0}                             | credits
            purchases/pur_1/refund  | {"reason":"r","credits":1.0}                           | credits
            purchases/pur_1/refund  | {"reason":"r","credits":"1"}                           | credits
            purchases/pur_1/refund  | {"reason":"r","amount":1}                              | amount
            purchases/pur_1/refund  | {"reason":"a\\nb"}                                     | reason
            purchases/pur_1/cancel  | {"reason":"r"}                                         | reason
            purchases/pur_1/resume  | {"packageId":"p"}                                      | packageId
            payment-methods/setup   | {"number":"4242424242424242"}                          | number
            """)
    void namesABadField(String path, String body, String field) {
        Answer answer = client.post("/v1/accounts/alice/" + path, "k", body);

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly(field);
        assertThat(shop.received).isEmpty();
        assertThat(gateway.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"packageId":"p","monthlyLimit":{"amount":1,"currency":"usd"}}                                       | threshold
            {"threshold":0,"packageId":"p","monthlyLimit":{"amount":1,"currency":"usd"}}                         | threshold
            {"threshold":1,"packageId":"p"}                                                                      | monthlyLimit
            {"threshold":1,"packageId":"p","monthlyLimit":5}                                                     | monthlyLimit
            {"threshold":1,"packageId":"p","monthlyLimit":{"currency":"usd"}}                                    | monthlyLimit.amount
            {"threshold":1,"packageId":"p","monthlyLimit":{"amount":0,"currency":"usd"}}                         | monthlyLimit.amount
            {"threshold":1,"packageId":"p","monthlyLimit":{"amount":1}}                                          | monthlyLimit.currency
            {"threshold":1,"packageId":"p","monthlyLimit":{"amount":1,"currency":"USD"}}                         | monthlyLimit.currency
            {"threshold":1,"packageId":"p","monthlyLimit":{"amount":1,"currency":"us"}}                          | monthlyLimit.currency
            {"threshold":1,"packageId":"p","monthlyLimit":{"amount":1,"currency":"usd","per":"day"}}             | monthlyLimit.per
            {"threshold":1,"packageId":"p","monthlyLimit":{"amount":1,"currency":"usd"},"enabled":true}          | enabled
            """)
    void namesABadFieldOfAutomaticTopUps(String body, String field) {
        Answer answer = client.put("/v1/accounts/alice/auto-top-up", body);

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly(field);
        assertThat(shop.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1/accounts/alice/purchases,                         200,
            /v1/accounts/unknown/purchases,                       404, account-not-found
            /v1/accounts/alice/purchases?limit=0,                 400, invalid-request
            /v1/accounts/alice/purchases/pur_1,                   200,
            /v1/accounts/just-bought/purchases/pur_1,             200,
            /v1/accounts/alice/purchases/pur_none,                404, purchase-not-found
            /v1/accounts/unknown/purchases/pur_1,                 404, account-not-found
            /v1/accounts/alice/purchases/a%20b,                   400, invalid-request
            /v1/accounts/alice/purchases/pur_1?minRevision=x,     400, invalid-request
            /v1/accounts/alice/payment-methods,                   200,
            /v1/accounts/alice/payment-methods?minRevision=-1,    400, invalid-request
            /v1/accounts/unknown/payment-methods,                 404, account-not-found
            /v1/accounts/alice/auto-top-up,                       200,
            /v1/accounts/unknown/auto-top-up,                     404, account-not-found
            """)
    void answersReads(String path, int status, @Nullable String slug) throws IOException {
        client.getRaw(path).isProblem(status, slug);
    }

    @Test
    void refundsAndAnswersARepetitionWithTheSameBytes() {
        Answer first = refund("alice").is(201);

        assertThat(first.text("/refundId")).startsWith("rfd_");
        assertThat(first.text("/status")).isEqualTo("succeeded");
        assertThat(first.number("/credits")).isEqualTo(10_000);
        assertThat(first.number("/amount/amount")).isEqualTo(500);
        assertThat(first.number("/balance/available")).isZero();
        assertThat(first.number("/revision")).isEqualTo(5);

        gateway.away = true;
        Answer second = refund("alice");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.isReplayed()).isTrue();
    }

    @Test
    void saysThatThePaymentProviderRefusesARefund() {
        Answer answer = refund("refund-refused").is(201);

        assertThat(answer.text("/status")).isEqualTo("failed");
        assertThat(answer.text("/failure/code")).isEqualTo("parameter_invalid");
        assertThat(answer.number("/balance/available")).isEqualTo(10_000);
    }

    @Test
    void saysThatARefundIsNotKnownYet() {
        gateway.away = true;

        Answer answer = refund("alice").isProblem(503, "payment-provider-unavailable");

        assertThat(answer.text("/refundId")).startsWith("rfd_");
        gateway.away = false;
        refund("alice").is(201);
    }

    @Test
    void namesWhyARefundWasRefused() {
        client.post("/v1/accounts/alice/purchases/pur_none/refund", "k", REFUND).isProblem(404, "purchase-not-found");
        client.post("/v1/accounts/alice/purchases/pur_1/refund", null, REFUND)
                .isProblem(400, "idempotency-key-required");
        assertThat(shop.received).hasExactlyElementsOfTypes(RefundPurchase.class);
    }

    @Test
    void cancels() {
        client.post("/v1/accounts/alice/purchases/pur_1/cancel", null, "{}").is(200);
        assertThat(shop.received).hasAtLeastOneElementOfType(CancelPurchase.class);

        client.post("/v1/accounts/paid/purchases/pur_1/cancel", null, "{}").isProblem(409, "purchase-not-open");
        client.post("/v1/accounts/alice/purchases/pur_none/cancel", null, "{}").isProblem(404, "purchase-not-found");
        client.post("/v1/accounts/unknown/purchases/pur_1/cancel", null, "{}").isProblem(404, "account-not-found");
        gateway.away = true;
        client.post("/v1/accounts/bob/purchases/pur_1/cancel", null, "{}")
                .isProblem(503, "payment-provider-unavailable");
    }

    @Test
    void resumes() {
        Answer answer = client.post("/v1/accounts/asks/purchases/pur_1/resume", null, "{}")
                .is(200);

        assertThat(answer.text("/purchaseId")).isEqualTo("pur_1");
        assertThat(answer.text("/clientSecret")).isEqualTo("pi_asks_secret_s");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(client.post("/v1/accounts/slow/purchases/pur_1/resume", null, "")
                        .is(200)
                        .body())
                .doesNotContain("clientSecret");
        client.post("/v1/accounts/paid/purchases/pur_1/resume", null, "{}").isProblem(409, "purchase-not-open");
        client.post("/v1/accounts/alice/purchases/pur_none/resume", null, "{}").isProblem(404, "purchase-not-found");
        gateway.away = true;
        client.post("/v1/accounts/asks/purchases/pur_1/resume", null, "{}")
                .isProblem(503, "payment-provider-unavailable");
    }

    @Test
    void preparesThatACardIsSaved() {
        Answer answer = client.post("/v1/accounts/alice/payment-methods/setup", null, "")
                .is(201);

        assertThat(answer.text("/setupIntentId")).isEqualTo("seti_1");
        assertThat(answer.text("/clientSecret")).isEqualTo("seti_1_secret_s");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        client.post("/v1/accounts/alice/payment-methods/setup", null, "{}").is(201);
        client.post("/v1/accounts/alice/payment-methods/setup", "k", "{}").is(201);
        client.post("/v1/accounts/alice/payment-methods/setup", "k", "{}").is(201);
        assertThat(gateway.asked).hasSize(4);
        assertThat(gateway.asked.stream().distinct()).hasSize(3);
    }

    @Test
    void namesWhyNoCardCanBeSaved() {
        client.post("/v1/accounts/unknown/payment-methods/setup", null, "{}").isProblem(404, "account-not-found");
        Answer refused = client.post("/v1/accounts/refused/payment-methods/setup", null, "{}");
        refused.isProblem(502, "payment-provider-refused");
        assertThat(refused.text("/code")).isEqualTo("parameter_invalid");
        gateway.away = true;
        Answer away = client.post("/v1/accounts/alice/payment-methods/setup", null, "{}");
        away.isProblem(503, "payment-provider-unavailable");
        assertThat(away.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void listsCardsAndSaysHowNewTheListIs() {
        Answer answer = client.get("/v1/accounts/alice/payment-methods").is(200);

        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.text("/0/paymentMethodId")).isEqualTo("pm_1");
        assertThat(answer.json().at("/0/isDefault").asBoolean()).isTrue();
        assertThat(answer.header("Ledger-Revision")).hasValue("5");
        assertThat(answer.header("Ledger-As-Of")).hasValue("2026-03-01T12:00:00Z");
    }

    @Test
    void makesACardTheDefault() {
        Answer answer = client.put("/v1/accounts/alice/payment-methods/pm_1/default", "{}")
                .is(200);

        assertThat(answer.text("/paymentMethodId")).isEqualTo("pm_1");
        assertThat(shop.questions)
                .singleElement()
                .isInstanceOfSatisfying(FindPaymentMethods.class, question -> assertThat(question.minRevision())
                        .isEqualTo(5));
        client.put("/v1/accounts/alice/payment-methods/pm_none/default", "{}")
                .isProblem(404, "payment-method-not-found");
        client.put("/v1/accounts/alice/payment-methods/pm_gone-since/default", "{}")
                .isProblem(404, "payment-method-not-found");
        client.put("/v1/accounts/unknown/payment-methods/pm_1/default", "{}").isProblem(404, "account-not-found");
        client.put("/v1/accounts/alice/payment-methods/pm_1/default", "{\"isDefault\":true}")
                .isProblem(400, "invalid-request");
    }

    @Test
    void removesACardEvenIfThePaymentProviderIsAway() {
        assertThat(delete("/v1/accounts/alice/payment-methods/pm_1").is(204).body())
                .isEmpty();
        assertThat(shop.received)
                .hasAtLeastOneElementOfType(RemovePaymentMethod.class)
                .hasAtLeastOneElementOfType(ForgetPaymentMethod.class);
        assertThat(gateway.asked).containsExactly("forget pm_removed");

        gateway.away = true;
        delete("/v1/accounts/alice/payment-methods/pm_1").is(204);
        delete("/v1/accounts/alice/payment-methods/pm_none").isProblem(404, "payment-method-not-found");
        delete("/v1/accounts/unknown/payment-methods/pm_1").isProblem(404, "account-not-found");
        delete("/v1/accounts/alice/payment-methods/a%20b").isProblem(400, "invalid-request");
    }

    @Test
    void configuresAutomaticTopUps() {
        assertThat(client.put("/v1/accounts/alice/auto-top-up", TOP_UP).is(200).text("/state"))
                .isEqualTo("off");
        delete("/v1/accounts/alice/auto-top-up").is(204);
        client.put("/v1/accounts/unknown/auto-top-up", TOP_UP).isProblem(404, "account-not-found");
        delete("/v1/accounts/unknown/auto-top-up").isProblem(404, "account-not-found");
    }

    @Test
    void tellsEverybodyWhatIsForSale() {
        Answer packages = client.send(client.anonymous("/v1/packages")).is(200);
        Answer config = client.send(client.anonymous("/v1/config")).is(200);

        assertThat(packages.json().isArray()).isTrue();
        assertThat(packages.text("/0/packageId")).isEqualTo("credits-10000");
        assertThat(packages.number("/0/credits")).isEqualTo(10_000);
        assertThat(packages.text("/0/price/currency")).isEqualTo("usd");
        assertThat(config.json().at("/packages")).isEqualTo(packages.json());
        assertThat(config.json().at("/publishableKey").isNull()).isTrue();
        assertThat(config.json().at("/scriptAddress").isNull()).isTrue();
        assertThat(config.json().at("/simulator").asBoolean()).isFalse();
    }

    @Test
    void streamsPurchasesAndCardsAmongTheMovementsInTheOrderOfTheRevisions() throws Exception {
        try (EventStreamReader stream = client.stream("/v1/accounts/buys/stream", 1L)) {
            assertThat(IntStream.range(0, 6).mapToObj(_ -> stream.next()).map(event -> event.name() + " " + event.id()))
                    .containsExactly(
                            "transaction 2",
                            "purchase 3",
                            "transaction 4",
                            "purchase 4",
                            "payment-method 5",
                            "balance 5");
        }
    }

    @Test
    void tellsAReaderAgainWhatMayHaveBeenCutOffBehindAMovementOfTheSameRevision() throws Exception {
        try (EventStreamReader stream = client.stream("/v1/accounts/buys/stream", 4L)) {
            assertThat(IntStream.range(0, 3).mapToObj(_ -> stream.next()).map(event -> event.name() + " " + event.id()))
                    .containsExactly("purchase 4", "payment-method 5", "balance 5");
        }
    }

    @Test
    void asksNothingMoreOfPurchasesWhileOnlyCreditsMove() throws Exception {
        try (EventStreamReader stream = client.stream("/v1/accounts/spends/stream", 0L)) {
            assertThat(stream.next("balance").id()).isEqualTo(5);
        }
        // Once about the revision at which the reader resumes, and not about those that follow.
        assertThat(shop.questions)
                .filteredOn(FindPurchases.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(FindPurchases.class, question -> assertThat(question.afterRevision())
                        .isEqualTo(-1));
        assertThat(shop.questions)
                .filteredOn(FindPaymentMethods.class::isInstance)
                .hasSize(1);
    }

    private Answer buy(String account) {
        return client.post("/v1/accounts/" + account + "/purchases", "k", PURCHASE);
    }

    private Answer refund(String account) {
        return client.post("/v1/accounts/" + account + "/purchases/pur_1/refund", "k", REFUND);
    }

    private Answer delete(String path) {
        return client.send(client.request(path).DELETE());
    }
}
