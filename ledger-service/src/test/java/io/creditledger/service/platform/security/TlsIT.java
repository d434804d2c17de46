package io.creditledger.service.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger with a certificate of its own, made for this test. */
class TlsIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    private static SelfSigned certificate;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        certificate = SelfSigned.in(folder);
        LEDGER.start(
                "ledger.api-key=" + LedgerClient.KEY,
                "LEDGER_TLS=true",
                "LEDGER_TLS_CERTIFICATE=file:" + certificate.certificateFile(),
                "LEDGER_TLS_PRIVATE_KEY=file:" + certificate.privateKeyFile());
        assertThat(send(client("TLSv1.3"), request("/v1/accounts/alice").PUT(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        LEDGER.stop();
    }

    private static HttpClient client(String... protocols) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusting())
                .sslParameters(new SSLParameters(null, protocols))
                .build();
    }

    private static SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(SelfSigned.LOCALHOST, certificate.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int port() {
        return LEDGER.client().port();
    }

    private static HttpRequest.Builder request(String path) {
        return anonymous(path)
                .header("Authorization", "Bearer " + LedgerClient.KEY)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port() + path));
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        return new LedgerClient(port(), client).send(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksEveryTlsThatIsSafe(String protocol) throws Exception {
        send(client(protocol), request("/v1/accounts/alice")).is(200);
    }

    @Test
    void speaksNoTlsThatIsNot() throws IOException {
        assertThat(answerToHello("0302")).as("TLS 1.1").startsWith("15");
        assertThat(answerToHello("0303")).as("TLS 1.2").startsWith("16");
    }

    /** The beginning of the answer to a client that knows TLS up to the version: 16 goes on with the handshake, 15 ends it. */
    private static String answerToHello(String version) throws IOException {
        String ciphers = "c02bc023c009c00a";
        String extensions = "000a00040002" + "0017" + "000b00020100" + "000d00040002" + "0403";
        String hello = version
                + "00".repeat(32)
                + "00"
                + "0008"
                + ciphers
                + "0100"
                + "%04x".formatted(extensions.length() / 2)
                + extensions;
        String handshake = "01%06x".formatted(hello.length() / 2) + hello;
        byte[] record = HexFormat.of().parseHex("160301%04x".formatted(handshake.length() / 2) + handshake);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(record);
            return HexFormat.of().formatHex(socket.getInputStream().readNBytes(5));
        }
    }

    @Test
    void tellsBrowsersToComeByTlsAloneWithEveryAnswer() throws Exception {
        HttpClient client = client("TLSv1.3");
        List<Answer> answers = List.of(
                send(client, anonymous("/docs")).is(200),
                send(client, request("/v1/accounts/alice")).is(200),
                send(client, anonymous("/v1/accounts/alice")).is(401),
                send(client, request("/v1/accounts/nobody")).is(404),
                send(client, request("/v1/accounts/alice").PUT(BodyPublishers.ofString("x".repeat(100_000))))
                        .is(413));

        for (Answer answer : answers) {
            assertThat(answer.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
        }
        try (Socket socket = trusting().getSocketFactory().createSocket(SelfSigned.LOCALHOST, port())) {
            Wire refused = Wire.send(socket, "GET /%zz HTTP/1.1", "Host: localhost");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.header("Strict-Transport-Security")).containsExactly("max-age=31536000");
        }
    }

    @Test
    void givesCookiesForTlsAlone() throws Exception {
        HttpClient client = client("TLSv1.3");
        Answer opened = send(
                        client, request("/v1/accounts/alice/dashboard-sessions").POST(BodyPublishers.ofString("{}")))
                .is(201);
        assertThat(opened.text("/url")).startsWith("https://localhost:" + port() + "/#token=");

        Answer kept = send(
                        client,
                        anonymous("/v1/dashboard-session")
                                .header("Authorization", "Bearer " + opened.text("/token"))
                                .POST(BodyPublishers.noBody()))
                .is(200);
        assertThat(kept.header("Set-Cookie").orElseThrow()).contains("; Secure");
    }

    @Test
    void answersNobodyWhoDoesNotSpeakTls() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write("GET /docs HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("200");
        }
    }
}
