package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.platform.postgres.PostgresForTests;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes in: a problem with a name goes out, and nothing is stored. */
class BadInputIT {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    private static final String GOOD = "{\"amount\":1,\"description\":\"d\"}";

    private static LedgerClient client;
    private static String lot;

    @BeforeAll
    static void open() {
        client = LEDGER.client();
        client.put("/v1/accounts/alice", "{}").is(201);
        lot = client.post(
                        "/v1/accounts/alice/grants",
                        "first",
                        "{\"amount\":100,\"source\":\"plan\",\"description\":\"d\"}")
                .is(201)
                .text("/lotId");
    }

    /** The facts are two: the opening and the grant. */
    @AfterEach
    void nothingWasStored() {
        assertThat(client.get("/v1/accounts/alice/events").json().at("/items").size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            consumptions          | {"amount":0,"description":"d"}                             | 400 | invalid-request
            consumptions          | {"amount":-5,"description":"d"}                            | 400 | invalid-request
            consumptions          | {"amount":1.5,"description":"d"}                           | 400 | invalid-request
            consumptions          | {"amount":"1","description":"d"}                           | 400 | invalid-request
            consumptions          | {"amount":1000000000001,"description":"d"}                 | 400 | invalid-request
            consumptions          | {"amount":1e400,"description":"d"}                         | 400 | invalid-request
            consumptions          | {"amount":1e99999999999,"description":"d"}                 | 400 | invalid-request
            consumptions          | {"amount":9223372036854775808,"description":"d"}           | 400 | invalid-request
            consumptions          | {"amount":1}                                               | 400 | invalid-request
            consumptions          | {"amount":1,"description":"\\u0000"}                       | 400 | invalid-request
            consumptions          | {"amount":1,"description":"d","website":{"id":"\\u0000"}}  | 400 | invalid-request
            consumptions          | {"amount":1,"description":"d","metadata":{"a":"\\u0000"}}  | 400 | invalid-request
            consumptions          | {"amount":1,"description":"d","metadata":{"a":"\\udfff"}}  | 400 | invalid-request
            consumptions          | {"amount":1,"description":"d","more":1}                    | 400 | invalid-request
            consumptions          | {"amount":1,"description":"d"                              | 400 | invalid-request
            consumptions          | nonsense                                                   | 400 | invalid-request
            consumptions          | []                                                         | 400 | invalid-request
            consumptions          | {"amount":101,"description":"d"}                           | 402 | insufficient-credits
            grants                | {"amount":1,"source":"purchase","description":"d"}         | 400 | invalid-request
            grants                | {"amount":1,"source":"plan","description":"d","priority":101}                        | 400 | invalid-request
            grants                | {"amount":1,"source":"plan","description":"d","expiresAt":"2020-01-01T00:00:00Z"}    | 400 | invalid-request
            grants                | {"amount":1,"source":"plan","description":"d","expiresAt":"soon"}                    | 400 | invalid-request
            lots/lot_x/revocation | {"reason":"r"}                                             | 404 | lot-not-found
            lots/l%20x/revocation | {"reason":"r"}                                             | 400 | invalid-request
            lots/{lot}/revocation | {"reason":"r","amount":101}                                | 422 | revocation-exceeds-unspent
            lots/{lot}/revocation | {"amount":1}                                               | 400 | invalid-request
            consumptions/con_x/reversal | {"reason":"r"}                                       | 404 | consumption-not-found
            consumptions/con_x/reversal | {"reason":""}                                        | 400 | invalid-request
            """)
    void isRefused(String path, String body, int status, String slug) {
        String key = "key of " + path + body.hashCode();
        client.post("/v1/accounts/alice/" + path.replace("{lot}", lot), key, body)
                .isProblem(status, slug);
    }

    @ParameterizedTest
    @CsvSource({"a%20b", "a%2Fb", "%00", "%C3%A4", "x%2By", "%zz", "%"})
    void isNoAccountId(String written) throws IOException {
        client.getRaw("/v1/accounts/" + written + "/balance").isProblem(400, "invalid-request");
    }

    @Test
    void anOverlongAccountIdIsRefused() {
        String overlong = "x".repeat(65);
        client.put("/v1/accounts/" + overlong, "{}").isProblem(400, "invalid-request");
        client.get("/v1/accounts/" + overlong).isProblem(400, "invalid-request");
        client.put("/v1/accounts/" + "x".repeat(64), "{}").is(201);
    }

    @Test
    void aKeyIsRequiredAndNamesOneRequest() {
        String path = "/v1/accounts/alice/consumptions";
        client.post(path, null, GOOD).isProblem(400, "idempotency-key-required");
        client.post(path, "k".repeat(256), GOOD).isProblem(400, "idempotency-key-required");
        client.post(path, "first", GOOD).isProblem(422, "idempotency-key-reused");
    }

    @Test
    void aMegabyteIsTooLarge() {
        String body = "{\"amount\":1,\"description\":\"" + "x".repeat(1_000_000) + "\"}";
        client.post("/v1/accounts/alice/consumptions", "large", body).isProblem(413, "content-too-large");
        client.send(client.request("/v1/accounts/alice/consumptions")
                        .header("Idempotency-Key", "large")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))))
                .isProblem(413, "content-too-large");
    }

    @Test
    void whoeverWouldNotTakeTheAnswerIsRefusedBeforeAnythingIsDone() {
        client.send(client.request("/v1/accounts/alice/consumptions")
                        .header("Idempotency-Key", "unacceptable")
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(GOOD)))
                .isProblem(406, "not-acceptable");
    }

    @Test
    void anUnknownAccountIsNotMerelyBehind() {
        client.get("/v1/accounts/nobody/balance?minRevision=1").isProblem(404, "account-not-found");
        client.get("/v1/accounts/nobody/purchases/pur_1?minRevision=1").isProblem(404, "account-not-found");
    }

    @Test
    void aHeadThatIsTooLargeIsTheCallersFault() {
        client.send(client.request("/v1/accounts/alice").header("X-Filler", "x".repeat(100_000)))
                .isProblem(400, "invalid-request");
    }

    @Test
    void aBatchFailsItemByItem() {
        Answer answer = client.post("/v1/consumptions/batch", null, """
                        {"items":[
                          {"accountId":"alice","idempotencyKey":"b1","amount":0,"description":"d"},
                          {"accountId":"a b","idempotencyKey":"b2","amount":1,"description":"d"},
                          {"accountId":"alice","amount":1,"description":"d"},
                          {"accountId":"nobody","idempotencyKey":"b3","amount":1,"description":"d"},
                          {"accountId":"alice","idempotencyKey":"b4","amount":101,"description":"d"},
                          {"accountId":"alice","idempotencyKey":"first","amount":1,"description":"d"},
                          null
                        ]}""").is(200);

        assertThat(answer.json().at("/results").valueStream().map(result -> result.at("/status")
                        .asInt()))
                .containsExactly(400, 400, 400, 404, 402, 422, 400);
    }
}
