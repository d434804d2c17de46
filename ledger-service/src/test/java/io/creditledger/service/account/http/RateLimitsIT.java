package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** Limits of requests over real HTTP, so small that a few requests reach them. */
@BorderTest
@TestPropertySource(
        properties = {
            "ledger.limits.caller-rate=1",
            "ledger.limits.caller-burst=20",
            "ledger.limits.account-rate=1",
            "ledger.limits.account-burst=3",
            "ledger.limits.failed-rate=1",
            "ledger.limits.failed-burst=4"
        })
class RateLimitsIT {

    private static final String CONSUMPTION = "{\"amount\":7,\"description\":\"Website generation\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LEFT = Pattern.compile("\"(\\w+)\";r=(\\d+);t=\\d+");

    @Autowired
    private StandInLedger ledger;

    private LedgerClient client;
    private String key;

    /** With a key of its own for each test, so that none uses up what another has. */
    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        client = new LedgerClient(port);
        key = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> client.post("/v1/api-keys", null, "{\"name\":\"n\",\"role\":\"service\"}"),
                        made -> made.status() == 201)
                .text("/key");
    }

    @Test
    void whatIsLeftFallsAndComesBack() {
        Answer first = get("/v1/accounts/some");
        Answer second = get("/v1/accounts/some");

        assertThat(first.header("RateLimit-Policy")).hasValue("\"account\";q=3;w=3");
        assertThat(first.header("RateLimit")).hasValue("\"account\";r=2;t=1");
        assertThat(left(second)).isLessThan(left(first));
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(4))
                .until(() -> left(get("/v1/accounts/some")) == left(first));
    }

    @Test
    void theLimitThatIsNearestToItsEndIsTold() {
        assertThat(get("/nothing").header("RateLimit-Policy")).hasValue("\"caller\";q=20;w=20");
        assertThat(get("/v1/accounts/one/balance").header("RateLimit-Policy")).hasValue("\"account\";q=3;w=3");
    }

    @Test
    void problemsTellItToo() {
        Answer answer = get("/v1/accounts/unknown/balance");

        answer.isProblem(404, "account-not-found");
        assertThat(answer.header("RateLimit")).isPresent();
    }

    @Test
    void anAccountIsNotAskedTooMuchAndAnotherIsAskedStill() {
        Answer refused = untilRefused(() -> consume("busy", "k"));

        refused.isProblem(429, "too-many-requests");
        assertThat(refused.text("/limit")).isEqualTo("account");
        assertThat(refused.number("/perSecond")).isEqualTo(1);
        assertThat(refused.number("/atOnce")).isEqualTo(3);
        assertThat(refused.header("RateLimit"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("\"account\";r=0;t="));
        consume("idle", "k").is(201);
    }

    @Test
    void aRefusedRequestTakesNoEffectUntilItIsSentAgain() {
        untilRefused(() -> consume("again-and-again", "before"));
        ledger.received.clear();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> consume("again-and-again", "once").status() == 201);

        assertThat(ledger.received).hasSize(1);
    }

    @Test
    void aCallerIsNotServedForEverAndIsToldWhenToComeBack() {
        Answer refused = untilRefused(() -> get("/nothing"));

        assertThat(refused.text("/limit")).isEqualTo("caller");
        assertThat(refused.header("Retry-After")).hasValue("1");
    }

    @Test
    void aBatchCountsByItsItems() {
        Answer answer = batch(8, "other-");

        assertThat(answer.is(200).header("RateLimit"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("\"caller\";r=1"));
        batch(18, "more-").isProblem(429, "too-many-requests");
    }

    @Test
    void aBatchThatIsLargerThanTheBurstIsOwed() {
        batch(30, "large-").is(200);

        Answer refused = get("/nothing").isProblem(429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isGreaterThan(5);
    }

    @Test
    void anItemTooManyOfAnAccountIsRefusedAlone() {
        ledger.received.clear();
        Answer answer = batch(String.join(
                        ",", IntStream.range(0, 6).mapToObj(i -> item("hot", i)).toList()))
                .is(200);

        assertThat(answer.json().at("/results").valueStream().map(result -> result.at("/status")
                        .asInt()))
                .startsWith(201, 201, 201)
                .contains(429);
        assertThat(ledger.received.size())
                .isEqualTo(Math.toIntExact(answer.json()
                        .at("/results")
                        .valueStream()
                        .filter(result -> result.at("/status").asInt() == 201)
                        .count()));
    }

    @Test
    void whoMayNotAskAboutAnAccountUsesNothingOfItsLimit() {
        for (int i = 0; i < 4; i++) {
            with("Bearer wrong", "/v1/accounts/quiet");
        }

        assertThat(get("/v1/accounts/quiet").header("RateLimit")).hasValue("\"account\";r=2;t=1");
    }

    @Test
    void guessesEndInARefusalAndAValidKeyFromTheSameAddressDoesNot() {
        Answer refused = untilRefused(() -> with("Bearer clk_guess", "/v1/accounts"));

        assertThat(refused.text("/limit")).isEqualTo("failed-authentications");
        assertThat(get("/nothing").status()).isEqualTo(404);
        untilRefused(() -> with("Bearer cls_guess", "/v1/accounts"));
        assertThat(get("/nothing").status()).isEqualTo(404);
    }

    @Test
    void whoShowsNothingAndWhatIsOpenToAllAreNotCounted() {
        for (int i = 0; i < 25; i++) {
            client.send(client.anonymous("/v1/accounts")).isProblem(401, "unauthenticated");
            assertThat(client.send(client.anonymous("/v1/packages")).is(200).header("RateLimit"))
                    .isEmpty();
        }
    }

    private Answer with(String authorization, String path) {
        return client.send(client.anonymous(path).header("Authorization", authorization));
    }

    private Answer get(String path) {
        return with("Bearer " + key, path);
    }

    private Answer consume(String account, String requestKey) {
        return client.send(client.anonymous("/v1/accounts/" + account + "/consumptions")
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", requestKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CONSUMPTION)));
    }

    private Answer batch(int size, String accounts) {
        String items = String.join(
                ",",
                IntStream.range(0, size).mapToObj(i -> item(accounts + i, i)).toList());
        return batch(items);
    }

    private Answer batch(String items) {
        return client.send(client.anonymous("/v1/consumptions/batch")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"items\":[" + items + "]}")));
    }

    private static String item(String account, int number) {
        return "{\"accountId\":\"%s\",\"idempotencyKey\":\"%d\",\"amount\":7,\"description\":\"d\"}"
                .formatted(account, number);
    }

    private static Answer untilRefused(Supplier<Answer> request) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(request::get, answer -> answer.status() == 429);
    }

    private static int left(Answer answer) {
        MatchResult told = LEFT.matcher(answer.header("RateLimit").orElseThrow())
                .results()
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(told.group(2));
    }
}
