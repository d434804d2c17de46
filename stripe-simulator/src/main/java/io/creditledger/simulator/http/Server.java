package io.creditledger.simulator.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port on this machine's loopback interface. */
public final class Server implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);

    static {
        // Without it each answer waits for an acknowledgement that the other side delays by 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private Server(HttpServer server) {
        this.server = server;
        server.setExecutor(executor);
    }

    /** Takes the port; waits a while for a predecessor to leave it. */
    public static Server bind(int port) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new Server(HttpServer.create(new InetSocketAddress(loopback(), port), BACKLOG));
            } catch (BindException taken) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Port " + port + " is still taken by another process.", taken);
                }
                pause();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the port", stopping);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public void start(Front front) {
        server.createContext("/", front);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
