package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.platform.http.RequestsUnderWay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** More at once than there is room for is refused before it is read, and a body that trickles has its time. */
@BorderTest
@TestPropertySource(
        properties = {
            "ledger.http.max-requests=4",
            "ledger.http.max-body-bytes=32KB",
            "ledger.http.body-timeout=1s",
            "server.tomcat.connection-timeout=10s"
        })
class OverloadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONSUMPTION = "{\"amount\":7,\"description\":\"Website generation\"}";

    private final List<Socket> sockets = new ArrayList<>();

    @Autowired
    private RequestsUnderWay underWay;

    private LedgerClient client;
    private int port;

    @BeforeEach
    void connect(@Value("${local.server.port}") int ofServer) {
        port = ofServer;
        client = new LedgerClient(port);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> consume().status() == 201);
    }

    @Test
    void bodiesHaveSoMuchRoomAndWhatHasNoneIsServed() throws IOException {
        half("Content-Length: 32000", "{");

        awaitRefusal();
        client.get("/v1/accounts/alice/balance").is(200);
    }

    @Test
    void aBodyOfUnknownLengthIsTakenForTheLargest() throws IOException {
        half("Transfer-Encoding: chunked", "1\r\n{\r\n");

        awaitRefusal();
    }

    /** Whoever stores waits for those who may come, and for nobody else. */
    @Test
    void requestsAreCountedUntilTheyEndWhateverComesOfThem() throws IOException {
        int before = underWay.count();
        Socket gone = half("Content-Length: 10", "{");
        half("Content-Length: 10", "{");
        Awaitility.await().atMost(PATIENCE).until(() -> underWay.count() == before + 2);

        gone.close();
        Awaitility.await().atMost(PATIENCE).until(() -> underWay.count() == before + 1);
    }

    @Test
    void requestsHaveSoMuchRoomAndHealthHasItsOwn() throws IOException {
        for (int i = 0; i < 4; i++) {
            half("Content-Length: 10", "{");
        }

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.get("/v1/accounts/alice/balance").status() == 503);
        client.get("/v1/accounts/alice/balance").isProblem(503, "unavailable");
        client.send(client.anonymous("/actuator/health")).is(200);
    }

    @Test
    void aBodyThatTricklesHasItsTime() throws IOException {
        Socket slow = half("Content-Length: 30000", "{");

        assertThat(answerWhileTrickling(slow)).startsWith("HTTP/1.1 408").contains("request-timeout");
    }

    @Test
    void aBodyThatNobodyReadsHasItsTimeToo() throws IOException {
        Socket slow = send(
                "POST /v1/accounts/alice/consumptions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30000\r\n\r\n{");

        assertThat(answerWhileTrickling(slow)).startsWith("HTTP/1.1 401");
    }

    /** What comes until the other side hangs up, while it is sent a byte every now and then. */
    private static String answerWhileTrickling(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        socket.setSoTimeout(50);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            try {
                socket.getOutputStream().write(' ');
                byte[] got = new byte[4_096];
                int length = socket.getInputStream().read(got);
                if (length < 0) {
                    return true;
                }
                answer.append(new String(got, 0, length, StandardCharsets.UTF_8));
                return false;
            } catch (SocketTimeoutException nothingYet) {
                return false;
            } catch (IOException hungUp) {
                return true;
            }
        });
        return answer.toString();
    }

    private void awaitRefusal() {
        Awaitility.await().atMost(PATIENCE).until(() -> consume().status() == 503);
        consume().isProblem(503, "unavailable");
    }

    private Answer consume() {
        return client.post("/v1/accounts/alice/consumptions", "k", CONSUMPTION);
    }

    /** Begins a request, and sends part of its body alone. */
    private Socket half(String length, String part) throws IOException {
        return send("POST /v1/accounts/alice/consumptions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + LedgerClient.KEY + "\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\n" + length
                + "\r\n\r\n" + part);
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
