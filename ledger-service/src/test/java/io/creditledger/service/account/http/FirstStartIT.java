package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.platform.postgres.PostgresForTests;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A ledger to which nobody gave a key makes one, says it once, and knows it ever after. */
class FirstStartIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final Pattern KEY = Pattern.compile("clk_[A-Za-z0-9_-]{43}");

    private final RunningLedger ledger = new RunningLedger(POSTGRES, "ledger.http.max-streams=1");

    @AfterEach
    void stop() {
        ledger.stop();
    }

    @Test
    @Timeout(300)
    void saysItsKeyOnceAndKnowsItAfterARestart() throws Exception {
        Matcher said = KEY.matcher(outputOf(() -> ledger.start("ledger.api-key=")));
        assertThat(said.find()).isTrue();
        String key = said.group();
        assertThat(said.find()).isFalse();
        ask(key).is(200);
        ask(LedgerClient.KEY).isProblem(401, "unauthenticated");

        endsAStreamWhenItStops(key);

        assertThat(outputOf(() -> ledger.start("ledger.api-key="))).doesNotContainPattern(KEY);
        ask(key).is(200);
        cannotBeRevokedAsLongAsItIsTheOnlyOne(key);
        ledger.stop();

        ledger.start("ledger.api-key=chosen");
        ask("chosen").is(200);
        ask(key).is(200);
        LedgerClient client = ledger.client();
        String keyId = client.send(with("chosen", client.anonymous("/v1/api-keys")))
                .is(200)
                .text("/items/0/keyId");
        client.send(with("chosen", client.anonymous("/v1/api-keys/" + keyId)).DELETE())
                .is(204);
        ask(key).isProblem(401, "unauthenticated");
        ask("chosen").is(200);
    }

    private void cannotBeRevokedAsLongAsItIsTheOnlyOne(String key) {
        LedgerClient client = ledger.client();
        Answer keys = client.send(with(key, client.anonymous("/v1/api-keys"))).is(200);
        // The uses before the last stop were not lost.
        assertThat(keys.json().at("/items/0/lastUsedAt").isNull()).isFalse();
        client.send(with(key, client.anonymous("/v1/api-keys/" + keys.text("/items/0/keyId")))
                        .DELETE())
                .isProblem(409, "conflict");
        ask(key).is(200);
    }

    private void endsAStreamWhenItStops(String key) throws Exception {
        LedgerClient client = ledger.client();
        client.send(with(key, client.anonymous("/v1/accounts/alice"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{}")))
                .is(201);
        try (EventStreamReader stream = client.stream(with(key, client.anonymous("/v1/accounts/alice/stream")))) {
            assertThat(stream.next().name()).isEqualTo("balance");
            client.send(with(key, client.anonymous("/v1/accounts/alice/stream")))
                    .isProblem(503, "unavailable");
            ledger.stop();
            stream.awaitEnd();
        }
    }

    private Answer ask(String key) {
        LedgerClient client = ledger.client();
        return client.send(with(key, client.anonymous("/v1/accounts")));
    }

    private static HttpRequest.Builder with(String key, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + key);
    }

    private static String outputOf(Runnable start) {
        PrintStream standard = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            start.run();
        } finally {
            System.setOut(standard);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
