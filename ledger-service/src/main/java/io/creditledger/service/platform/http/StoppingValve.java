package io.creditledger.service.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.AbstractProtocol;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Says that the ledger stops to a request that comes in that moment. Tomcat reads its first line and no more of it, and then misses
 * its host: without this it would be told that it is malformed, and whoever sent it would not send it again.
 */
final class StoppingValve extends ValveBase {

    private final Supplier<HeaderWriter> headers;

    /** Writes these headers as well, since no filter is ever reached. */
    StoppingValve(Supplier<HeaderWriter> headers) {
        super(true);
        this.headers = headers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isError() && isStopping(request)) {
            headers.get().writeHeaders(request, response);
            ProblemWriter.write(
                    Problem.unavailable("the ledger stops, and did not look at the request; it may be sent again"),
                    response);
        } else {
            getNext().invoke(request, response);
        }
    }

    private static boolean isStopping(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused();
    }
}
