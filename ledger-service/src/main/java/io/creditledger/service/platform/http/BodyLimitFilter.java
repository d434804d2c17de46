package io.creditledger.service.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: by their announced length, or, when they come in chunks, once they have become so. */
@Component
@Order(FilterOrder.BODY_LIMIT)
class BodyLimitFilter extends OncePerRequestFilter {

    static final String BATCH_PATH = "/v1/consumptions/batch";

    static final String WEBHOOK_PATH = "/v1/stripe/webhook";

    private final long maxBody;
    private final long maxBatchBody;
    private final long maxWebhookBody;

    BodyLimitFilter(HttpProperties properties) {
        this.maxBody = properties.maxBody().toBytes();
        this.maxBatchBody = properties.maxBatchBody().toBytes();
        this.maxWebhookBody = properties.maxWebhookBody().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limitFor(request.getServletPath());
        if (request.getContentLengthLong() > limit) {
            ProblemWriter.write(tooLarge(limit), response);
        } else if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new LimitedRequest(request, limit), response);
        }
    }

    private long limitFor(String path) {
        return switch (path) {
            case BATCH_PATH -> maxBatchBody;
            case WEBHOOK_PATH -> maxWebhookBody;
            default -> maxBody;
        };
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "a request body may have " + limit + " bytes here");
    }

    /** A request whose body, of unknown length, may be read up to the limit. */
    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw tooLarge(limit).asException();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
