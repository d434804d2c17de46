package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.service.platform.axonserver.StandInAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.platform.security.SelfSigned;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Axon Server behind TLS, with a token, and a context of the ledger's own. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class AxonServerAccessIT {

    private static final String TOKEN = "token-of-the-ledger-on-axon-server";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final StandInAxonServer SERVER = new StandInAxonServer();
    private static SelfSigned certificate;

    @BeforeAll
    static void close(@TempDir Path folder) throws Exception {
        certificate = SelfSigned.in(folder);
        SERVER.withCertificate(certificate.certificateFile(), certificate.privateKeyFile())
                .requiringToken(TOKEN)
                .start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static RunningLedger ledgerWith(String token) {
        return new RunningLedger(
                POSTGRES,
                // By the name that the certificate is for.
                "ledger.axon-server=" + SERVER.address().replace("127.0.0.1", "localhost"),
                "axon.axonserver.ssl-enabled=true",
                "axon.axonserver.cert-file=" + certificate.certificateFile(),
                "axon.axonserver.token=" + token,
                "axon.axonserver.context=credits");
    }

    @Test
    @Order(1)
    void isLetInByItsTokenOverTlsIntoItsContext(CapturedOutput output) {
        RunningLedger ledger = ledgerWith(TOKEN);
        try {
            ledger.start("ledger.api-key=" + LedgerClient.KEY);
            LedgerClient client = ledger.client();

            client.put("/v1/accounts/alice", "{}").is(201);
            Answer granted = client.post("/v1/accounts/alice/grants", "g", """
                            {"amount": 100, "source": "promotional", "description": "Welcome"}""").is(201);

            Answer shown = client.get("/v1/accounts/alice/balance?minRevision=" + granted.number("/revision"))
                    .is(200);
            assertThat(shown.number("/available")).isEqualTo(100);
            assertThat(SERVER.size()).isEqualTo(2);
            assertThat(SERVER.contexts()).containsExactly("credits");
            assertThat(SERVER.turnedAway()).isZero();
        } finally {
            ledger.stop();
        }
        assertThat(output).doesNotContain(TOKEN);
    }

    /** It has been let in before; one that never was ends when it has tried for some seconds, and says why. */
    @Test
    @Order(2)
    void isNotReadyAndStoresNothingWithAnotherToken(CapturedOutput output) {
        int stored = SERVER.size();
        String wrong = "wrong-" + TOKEN;
        RunningLedger ledger = ledgerWith(wrong);
        try {
            ledger.start("ledger.api-key=" + LedgerClient.KEY);
            LedgerClient client = ledger.client();

            await().atMost(PATIENCE).until(() -> SERVER.turnedAway() > 0);
            client.put("/v1/accounts/mallory", "{}").isProblem(503, "unavailable");
            client.get("/actuator/health/readiness").is(503);
            assertThat(SERVER.size()).isEqualTo(stored);
        } finally {
            ledger.stop();
        }
        assertThat(output).doesNotContain(wrong);
    }
}
