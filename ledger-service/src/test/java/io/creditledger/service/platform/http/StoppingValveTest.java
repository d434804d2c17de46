package io.creditledger.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.security.web.header.HeaderWriter;

/** What a request is told that comes in the moment in which the ledger stops. */
class StoppingValveTest {

    private static final int PATIENCE_MILLIS = 30_000;

    @Test
    void aRequestThatComesInThatMomentIsToldToComeAgain() throws IOException {
        String answer = answerOf(StopsAfterTheFirstLine.class, "Host: 127.0.0.1\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .contains("Content-Type: application/problem+json")
                .contains("Retry-After: 1")
                .contains("X-Security: on")
                .contains("Connection: close")
                .contains("\"https://creditledger.io/problems/unavailable\"");
    }

    @Test
    void aMalformedRequestIsToldSoWhileTheLedgerRuns() throws IOException {
        String answer = answerOf(Http11NioProtocol.class, "");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"https://creditledger.io/problems/invalid-request\"");
    }

    private static String answerOf(Class<? extends Http11NioProtocol> protocol, String headers) throws IOException {
        HeaderWriter security = (_, response) -> response.setHeader("X-Security", "on");
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setProtocol(protocol.getName());
        new TomcatConfiguration()
                .problemsFromTomcat(
                        new StaticListableBeanFactory(Map.of("security", security)).getBeanProvider(HeaderWriter.class))
                .customize(factory);
        WebServer server = factory.getWebServer();
        server.start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET /v1/accounts HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
            // All of it at once: Tomcat asks whether it stops each time it has to wait for more.
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            server.stop();
            server.destroy();
        }
    }

    /** Runs when a request begins and stops once its first line is read, as when the two happen at the same time. */
    public static final class StopsAfterTheFirstLine extends Http11NioProtocol {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public boolean isPaused() {
            return asked.getAndIncrement() > 0;
        }
    }
}
