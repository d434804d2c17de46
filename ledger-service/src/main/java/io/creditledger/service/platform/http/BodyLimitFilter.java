package io.creditledger.service.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large, by their announced length or, when they come in chunks, once they have become so, and those
 * that come too slowly.
 */
@Component
@Order(FilterOrder.BODY_LIMIT)
class BodyLimitFilter extends OncePerRequestFilter {

    private final BodyLimits limits;

    BodyLimitFilter(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!BodyLimits.hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        long limit = limits.limitFor(request);
        if (request.getContentLengthLong() > limit) {
            ProblemWriter.write(tooLarge(limit), response);
        } else {
            chain.doFilter(new LimitedRequest(request, limit), response);
        }
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "a request body may have " + limit + " bytes here");
    }

    /** A request whose body may be read up to the limit, and until its time is over. */
    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(
                    super.getInputStream(),
                    limit,
                    getAttribute(SlowBodyValve.DEADLINE) instanceof Long deadline ? deadline : null);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private final @Nullable Long deadline;
        private long read;

        LimitedStream(ServletInputStream body, long limit, @Nullable Long deadline) {
            this.body = body;
            this.limit = limit;
            this.deadline = deadline;
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
            if (deadline != null && bytes > 0 && System.nanoTime() - deadline > 0) {
                throw Problem.of(ProblemType.REQUEST_TIMEOUT, "the request body took too long to arrive")
                        .asException();
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
