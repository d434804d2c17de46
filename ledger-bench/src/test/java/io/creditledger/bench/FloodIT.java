package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Thousands of large bodies at once before a ledger with little memory: it says no to most, and is there afterwards. */
class FloodIT {

    private static final int CLIENTS = 2_000;
    private static final int BODY_BYTES = 150_000;
    private static final int HUNG_UP = 0;
    private static final int TIMEOUT_MILLIS = 60_000;

    /** Together more than all of the memory. */
    private final CountDownLatch almostSent = new CountDownLatch(CLIENTS);

    /** What a client may hear. */
    private static final Set<Integer> EXPECTED = Set.of(200, 400, 413, 429, 503, HUNG_UP);

    /** Well-formed, and not a batch: every byte of it has to be read and understood before that is known. */
    private static final byte[] BODY = ("{\"items\":[\"" + "x".repeat(60_000) + "\"],\"more\":\""
                    + " ".repeat(BODY_BYTES - 60_025) + "\"}")
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void littleMemoryIsEnoughForAnyCrowd() throws Exception {
        try (LedgerProcess ledger = LedgerProcess.in("flood").withHeap("256m").with("LEDGER_HTTP_BODYTIMEOUT", "2m")) {
            ledger.start();
            ledger.client().open("flood:0", 1_000);
            Map<Integer, Integer> heard = new ConcurrentHashMap<>();
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CLIENTS; i++) {
                    clients.execute(() -> heard.merge(statusOf(ledger.port()), 1, Integer::sum));
                }
            }

            assertThat(EXPECTED).as("%s", heard).containsAll(heard.keySet());
            assertThat(heard.getOrDefault(HUNG_UP, 0)).as("%s", heard).isLessThan(CLIENTS / 2);
            assertThat(heard.get(503)).as("%s", heard).isPositive();
            assertThat(ledger.isAlive()).isTrue();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(ledger.client()::isReady);
            assertThat(ledger.client()
                            .consume(new Consumption("flood:0", "after", 1, "site"))
                            .status())
                    .isEqualTo(201);
        }
    }

    /** What it hears; {@link #HUNG_UP} if the ledger hung up before the body was out, as it may once it has refused it. */
    private int statusOf(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String head = "POST /v1/consumptions/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + LedgerProcess.API_KEY + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(BODY, 0, BODY.length - 1);
            almostSent.countDown();
            almostSent.await();
            socket.getOutputStream().write(BODY, BODY.length - 1, 1);
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return line.length < "HTTP/1.1 200".length()
                    ? HUNG_UP
                    : Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        } catch (SocketException hungUp) {
            almostSent.countDown();
            return HUNG_UP;
        } catch (IOException | InterruptedException failed) {
            return -1;
        }
    }
}
