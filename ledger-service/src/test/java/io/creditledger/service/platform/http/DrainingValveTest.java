package io.creditledger.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What becomes of connections that clients keep, in a real Tomcat. */
class DrainingValveTest {

    private static final int PATIENCE_MILLIS = 30_000;

    private final AtomicBoolean draining = new AtomicBoolean();
    private WebServer server;

    @BeforeEach
    void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.addEngineValves(new DrainingValve(draining::get));
        server = factory.getWebServer();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        server.destroy();
    }

    @Test
    void keepsAConnectionUntilItDrainsAndEndsItThenWithItsAnswer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String kept = ask(socket);
            assertThat(kept).startsWith("HTTP/1.1 404").doesNotContain("Connection: close");

            draining.set(true);

            String last = ask(socket) + new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(last).startsWith("HTTP/1.1 404").contains("Connection: close");
        }
    }

    @Test
    void takesNewConnectionsWhileItDrains() throws IOException {
        draining.set(true);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            assertThat(ask(socket)).startsWith("HTTP/1.1 404");
        }
    }

    /** The head of the answer. */
    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("HEAD /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
