package io.creditledger.service.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Puts a problem on the wire, the same way whoever noticed it: a controller, a filter, Spring or Tomcat. */
public final class ProblemWriter {

    // Of its own, so that problems can be told even by code that no container made.
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProblemWriter() {}

    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] body = json(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.replayed()) {
            response.setHeader(LedgerHeaders.REPLAYED, "true");
        }
        if (problem.retryAfterSeconds() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
        }
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static byte[] json(Problem problem) {
        return MAPPER.writeValueAsString(problem.fields()).getBytes(StandardCharsets.UTF_8);
    }
}
