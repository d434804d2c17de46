package io.creditledger.service.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger behind a proxy that it believes, with an address of its own, and open to other sites. */
class ProxyIT {

    private static final String SITE = "https://platform.example";

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private final RunningLedger ledger = new RunningLedger(POSTGRES, "ledger.api-key=" + LedgerClient.KEY);

    @AfterEach
    void stop() {
        ledger.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "framework"})
    void believesTheProxyThatTheBrowserCameByTls(String strategy) {
        ledger.start("LEDGER_FORWARDED_HEADERS=" + strategy);
        LedgerClient client = ledger.client();
        client.put("/v1/accounts/alice-" + strategy, "{}").is(201);

        Answer opened = client.send(client.request("/v1/accounts/alice-" + strategy + "/dashboard-sessions")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "credits.example")
                        .header("X-Forwarded-Port", "443")
                        .POST(BodyPublishers.noBody()))
                .is(201);

        assertThat(opened.text("/url")).startsWith("https://").contains("/#token=");
        assertThat(opened.header("Strict-Transport-Security")).hasValue("max-age=31536000");
        Answer refused = client.send(client.anonymous("/v1/accounts/alice").header("X-Forwarded-Proto", "https"))
                .is(401);
        assertThat(refused.header("Strict-Transport-Security")).hasValue("max-age=31536000");
        Answer kept = client.send(client.anonymous("/v1/dashboard-session")
                        .header("Authorization", "Bearer " + opened.text("/token"))
                        .header("X-Forwarded-Proto", "https")
                        .POST(BodyPublishers.noBody()))
                .is(200);
        assertThat(kept.header("Set-Cookie").orElseThrow()).contains("; Secure");
        assertThat(client.get("/v1/accounts/alice-" + strategy).header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void sendsCustomersToItsOwnAddressWhateverTheRequestSays() throws IOException {
        ledger.start(
                "LEDGER_PUBLIC_ADDRESS=https://credits.example",
                "LEDGER_FORWARDED_HEADERS=framework",
                "LEDGER_ALLOWED_ORIGINS=" + SITE,
                "LEDGER_FRAME_ANCESTORS=" + SITE + ",https://other.example");
        LedgerClient client = ledger.client();
        client.put("/v1/accounts/bob", "{}").is(201);

        Wire opened = Wire.send(
                client.port(),
                "POST /v1/accounts/bob/dashboard-sessions HTTP/1.1",
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "Content-Length: 0",
                "Authorization: Bearer " + LedgerClient.KEY);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text()).contains("https://credits.example/#token=").doesNotContain("evil.example");
        letsConfiguredSitesIn(client);
    }

    private static void letsConfiguredSitesIn(LedgerClient client) {
        assertThat(client.get("/docs").header("Content-Security-Policy").orElseThrow())
                .endsWith("; frame-ancestors " + SITE + " https://other.example");
        assertThat(client.get("/docs").header("X-Frame-Options")).isEmpty();

        Answer asked = preflight(client, SITE).is(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).hasValue(SITE);
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
        Answer read = client.send(client.request("/v1/accounts/bob").header("Origin", SITE))
                .is(200);
        assertThat(read.header("Access-Control-Allow-Origin")).hasValue(SITE);
        assertThat(read.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(read.header("Vary").orElseThrow()).contains("Origin");
        Answer stranger = client.send(client.anonymous("/v1/accounts/bob").header("Origin", SITE))
                .is(401);
        assertThat(stranger.header("Access-Control-Allow-Origin")).hasValue(SITE);

        for (String origin : new String[] {
            "https://evil.example", "https://platform.example.evil.example", "http://platform.example", "null"
        }) {
            Answer refused = preflight(client, origin).isProblem(403, "forbidden");
            assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
            client.send(client.request("/v1/accounts/bob").header("Origin", origin))
                    .isProblem(403, "forbidden");
        }
        // Our own pages, whose browser came to the proxy by TLS, which this request does not say.
        client.send(client.request("/v1/accounts/bob").header("Origin", "https://credits.example"))
                .is(200);
        assertThat(client.send(client.anonymous("/docs").header("Origin", SITE)).header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private static Answer preflight(LedgerClient client, String origin) {
        return client.send(client.anonymous("/v1/accounts/bob/consumptions")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
