package io.creditledger.service.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What belongs to one account is not there under another's address, not even for whoever may do all; and no body says more than is asked. */
class ForeignIdsIT {

    @RegisterExtension
    static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties());

    private static LedgerClient ledger;
    private static Shopper mine;
    private static Shopper theirs;
    private static String theirCard;
    private static String theirPurchase;
    private static String theirOpenPurchase;
    private static String theirLot;
    private static String theirConsumption;
    private static String theirSession;
    private static String mySessionToken;

    @BeforeAll
    static void buy() {
        ledger = LEDGER.client();
        STRIPE.tell(ledger);
        mine = Shopper.opening("mine", ledger, STRIPE);
        mine.saveCard("pm_card_visa");
        theirs = Shopper.opening("theirs", ledger, STRIPE);
        theirCard = theirs.saveCard("pm_card_visa");
        theirPurchase =
                theirs.buyWith("buy", "credits-10000", theirCard).is(201).text("/purchaseId");
        theirs.awaitAvailable(10_000);
        theirOpenPurchase = theirs.buy("open", "credits-10000").is(201).text("/purchaseId");
        theirLot = theirs.lotsOf(theirPurchase).getFirst().at("/lotId").asString();
        theirConsumption = theirs.consume("spend", 7).is(201).text("/consumptionId");
        theirSession = open("theirs").text("/sessionId");
        mySessionToken = open("mine").text("/token");
    }

    private static Answer open(String account) {
        return ledger.post("/v1/accounts/" + account + "/dashboard-sessions", null, "{}")
                .is(201);
    }

    /** A request for something of theirs under my address. */
    private record Reach(String method, String path, String body, boolean forCustomers) {

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static List<Reach> reachesUnderMyAddress() {
        return List.of(
                new Reach("GET", "/purchases/" + theirPurchase, "", true),
                new Reach("POST", "/purchases/" + theirOpenPurchase + "/cancel", "", true),
                new Reach("POST", "/purchases/" + theirOpenPurchase + "/resume", "", true),
                new Reach("POST", "/purchases/" + theirPurchase + "/refund", "{\"reason\":\"mine\"}", false),
                new Reach("PUT", "/payment-methods/" + theirCard + "/default", "", true),
                new Reach("DELETE", "/payment-methods/" + theirCard, "", true),
                new Reach(
                        "POST",
                        "/purchases",
                        "{\"packageId\":\"credits-10000\",\"paymentMethodId\":\"" + theirCard + "\"}",
                        true),
                new Reach("POST", "/lots/" + theirLot + "/revocation", "{\"reason\":\"mine\"}", false),
                new Reach("POST", "/consumptions/" + theirConsumption + "/reversal", "{\"reason\":\"mine\"}", false),
                new Reach("DELETE", "/dashboard-sessions/" + theirSession, "", false));
    }

    @ParameterizedTest
    @MethodSource("reachesUnderMyAddress")
    void areNotThereUnderAnotherAddressForWhoeverMayDoAll(Reach reach) {
        Answer answer = send(reach, LedgerClient.KEY, mine);

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("theirs");
    }

    @ParameterizedTest
    @MethodSource("reachesUnderMyAddress")
    void areNotThereForAnotherCustomer(Reach reach) {
        Answer under = send(reach, mySessionToken, mine);
        assertThat(under.status()).as(under.body()).isEqualTo(reach.forCustomers() ? 404 : 403);
        // At its own address it is as if the account did not exist.
        send(reach, mySessionToken, theirs).isProblem(404, "account-not-found");
    }

    private static Answer send(Reach reach, String key, Shopper account) {
        return ledger.send(ledger.anonymous(account.path(reach.path()))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", reach.method() + reach.path())
                .method(reach.method(), BodyPublishers.ofString(reach.body())));
    }

    @Test
    void areStillTheirsAfterwards() {
        reachesUnderMyAddress().forEach(reach -> send(reach, LedgerClient.KEY, mine));

        assertThat(theirs.available()).isEqualTo(9_993);
        assertThat(theirs.cards()).hasSize(1);
        assertThat(theirs.status(theirOpenPurchase)).doesNotContain("cancel");
        assertThat(ledger.get("/v1/accounts/theirs/dashboard-sessions").is(200).body())
                .contains(theirSession);
    }

    @Test
    void noOperationTakesAFieldThatItDoesNotKnow() {
        JsonNode document = ledger.get("/v3/api-docs").is(200).json();
        List<String> tried = new ArrayList<>();
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().at("/requestBody/content").has("application/json")
                            && !path.getKey().equals("/v1/stripe/webhook")) {
                        tried.add(operation.getKey() + " " + path.getKey());
                        refusesAnUnknownField(operation.getKey(), path.getKey());
                    }
                }));

        assertThat(tried).hasSizeGreaterThan(12);
    }

    private static void refusesAnUnknownField(String method, String path) {
        String concrete = path.replace("{accountId}", "mine").replaceAll("\\{\\w+}", "one");
        HttpRequest.Builder request = ledger.request(concrete)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "unknown-field")
                .method(method.toUpperCase(Locale.ROOT), BodyPublishers.ofString("{\"isAdmin\":true}"));

        Answer answer = ledger.send(request);

        assertThat(answer.status())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(400);
        assertThat(answer.badFields()).as(method + " " + path).contains("isAdmin");
    }
}
