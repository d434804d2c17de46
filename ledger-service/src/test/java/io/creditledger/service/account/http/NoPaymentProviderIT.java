package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.platform.postgres.PostgresForTests;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole application where no payment provider is configured: nothing can be bought, nothing is lost, and all of it is said. */
class NoPaymentProviderIT {

    private static final String PURCHASE = "{\"packageId\":\"credits-10000\"}";

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    private static LedgerClient client;

    @BeforeAll
    static void connect() {
        client = LEDGER.client();
    }

    @Test
    void keepsAPurchaseThatNobodyCouldBeAskedToPay() throws Exception {
        open("acme");
        try (EventStreamReader stream = client.stream("/v1/accounts/acme/stream", null)) {
            stream.next("balance");

            Answer first = buy("acme").isProblem(503, "payment-provider-unavailable");
            String purchase = first.text("/purchaseId");

            EventStreamReader.Event told = stream.next("purchase");
            assertThat(told.id()).isEqualTo(1);
            assertThat(told.data().at("/purchaseId").asString()).isEqualTo(purchase);
            assertThat(stream.next("balance").id()).isEqualTo(1);

            assertThat(buy("acme")
                            .isProblem(503, "payment-provider-unavailable")
                            .text("/purchaseId"))
                    .isEqualTo(purchase);
            Answer found = client.get("/v1/accounts/acme/purchases/" + purchase).is(200);
            assertThat(found.text("/status")).isEqualTo("processing");
            assertThat(found.text("/package/packageId")).isEqualTo("credits-10000");
            assertThat(client.get("/v1/accounts/acme/purchases?minRevision=1")
                            .is(200)
                            .json()
                            .at("/items")
                            .size())
                    .isEqualTo(1);

            client.post("/v1/accounts/acme/purchases/" + purchase + "/resume", null, "{}")
                    .isProblem(503, "payment-provider-unavailable");
            client.post("/v1/accounts/acme/purchases/" + purchase + "/refund", "r", "{\"reason\":\"r\"}")
                    .isProblem(409, "purchase-not-paid");
            Answer canceled = client.post("/v1/accounts/acme/purchases/" + purchase + "/cancel", null, "{}")
                    .is(200);
            assertThat(canceled.text("/cancellation")).isEqualTo("requested");
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        open("bob");

        client.post("/v1/accounts/bob/purchases", "none", "{\"packageId\":\"none\"}")
                .isProblem(404, "package-not-found");
        client.post(
                        "/v1/accounts/bob/purchases",
                        "card",
                        "{\"packageId\":\"credits-10000\",\"paymentMethodId\":\"pm_1\"}")
                .isProblem(404, "payment-method-not-found");
        client.get("/v1/accounts/bob/purchases/pur_1").isProblem(404, "purchase-not-found");
        client.post("/v1/accounts/bob/purchases/pur_1/cancel", null, "{}").isProblem(404, "purchase-not-found");
        client.post("/v1/accounts/bob/purchases/pur_1/resume", null, "{}").isProblem(404, "purchase-not-found");
        client.post("/v1/accounts/bob/purchases/pur_1/refund", "k", "{\"reason\":\"r\"}")
                .isProblem(404, "purchase-not-found");
        client.put("/v1/accounts/bob/payment-methods/pm_1/default", "{}").isProblem(404, "payment-method-not-found");
        client.send(client.request("/v1/accounts/bob/payment-methods/pm_1").DELETE())
                .isProblem(404, "payment-method-not-found");
        client.post("/v1/accounts/bob/payment-methods/setup", null, "{}")
                .isProblem(503, "payment-provider-unavailable");
    }

    @Test
    void answersForUnknownAccounts() {
        for (String path : List.of("/purchases", "/purchases/pur_1", "/payment-methods", "/auto-top-up")) {
            client.get("/v1/accounts/nobody" + path).isProblem(404, "account-not-found");
        }
        buy("nobody").isProblem(404, "account-not-found");
        client.post("/v1/accounts/nobody/payment-methods/setup", null, "{}").isProblem(404, "account-not-found");
    }

    @Test
    void hasAutomaticTopUpsWaitForACard() {
        open("carol");
        assertThat(client.get("/v1/accounts/carol/auto-top-up").is(200).text("/state"))
                .isEqualTo("off");

        Answer configured = client.put("/v1/accounts/carol/auto-top-up", """
                {"threshold":2000,"packageId":"credits-10000","monthlyLimit":{"amount":5000,"currency":"usd"}}""").is(200);

        assertThat(configured.text("/state")).isEqualTo("paused");
        assertThat(configured.text("/pausedReason")).isEqualTo("payment_method_missing");
        assertThat(configured.number("/threshold")).isEqualTo(2_000);
        Answer refused = client.put("/v1/accounts/carol/auto-top-up", """
                {"threshold":2000,"packageId":"credits-10000","monthlyLimit":{"amount":5000,"currency":"eur"}}""");
        refused.isProblem(400, "invalid-request");
        assertThat(refused.badFields()).containsExactly("monthlyLimit.currency");

        client.send(client.request("/v1/accounts/carol/auto-top-up").DELETE()).is(204);
        long revision = configured.number("/revision") + 1;
        assertThat(client.get("/v1/accounts/carol/auto-top-up?minRevision=" + revision)
                        .is(200)
                        .text("/state"))
                .isEqualTo("off");
    }

    @Test
    void hasNoCards() {
        open("dora");

        Answer cards =
                client.get("/v1/accounts/dora/payment-methods?minRevision=0").is(200);

        assertThat(cards.body()).isEqualTo("[]");
        assertThat(cards.header("Ledger-Revision")).hasValue("0");
        assertThat(cards.header("Ledger-As-Of")).isPresent();
    }

    @Test
    void saysThatNothingCanBeBought() {
        assertThat(client.get("/v1/config").is(200).json().at("/publishableKey").isNull())
                .isTrue();
        assertThat(client.get("/v1/packages").is(200).json().size()).isEqualTo(4);
    }

    private static Answer buy(String account) {
        return client.post("/v1/accounts/" + account + "/purchases", "buy", PURCHASE);
    }

    private static void open(String account) {
        client.put("/v1/accounts/" + account, "{}").is(201);
    }
}
