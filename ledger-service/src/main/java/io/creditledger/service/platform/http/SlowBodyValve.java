package io.creditledger.service.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;

/**
 * Gives a body so long to arrive, whether anybody reads it or not: Tomcat reads on what an answered request left unread, and
 * would wait for each of its bytes anew.
 */
final class SlowBodyValve extends ValveBase {

    /** Until when the request's body may arrive, in {@link System#nanoTime()}. */
    static final String DEADLINE = SlowBodyValve.class.getName();

    private final long timeoutNanos;
    private final long maxUnread;

    /**
     * Watches bodies.
     *
     * @param timeout how long one may take
     * @param maxUnread bytes of an unread one that are thrown away so that the connection can be used again
     */
    SlowBodyValve(Duration timeout, long maxUnread) {
        super(true);
        this.timeoutNanos = timeout.toNanos();
        this.maxUnread = maxUnread;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isMalformed(request)) {
            ProblemWriter.write(Problem.invalid("request", "is not well-formed HTTP"), response);
        } else if (BodyLimits.hasBody(request)) {
            invokeInTime(request, response);
        } else {
            getNext().invoke(request, response);
        }
    }

    /** Tomcat passes on what gives two lengths. */
    private static boolean isMalformed(Request request) {
        try {
            return request.getContentLengthLong() < -1;
        } catch (IllegalArgumentException twoLengths) {
            return true;
        }
    }

    private void invokeInTime(Request request, Response response) throws IOException, ServletException {
        long deadline = System.nanoTime() + timeoutNanos;
        if (BodyLimits.isStream(request)) {
            getNext().invoke(request, response);
            // Whoever takes a stream waits for it; nobody waits for one that was refused.
            deadline = System.nanoTime() + timeoutNanos;
        } else {
            request.setAttribute(DEADLINE, deadline);
            getNext().invoke(request, response);
        }
        if (isLeftToRead(request) && !isReadToItsEnd(request, response, deadline)) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }

    /** Whoever waits to be asked for the body sends none of it after a refusal. */
    private static boolean isLeftToRead(Request request) {
        return request.getHeader(HttpHeaders.EXPECT) == null
                && !request.getCoyoteRequest().isFinished();
    }

    /** Reads what the application did not, whose own way to read is closed by now. */
    private boolean isReadToItsEnd(Request request, Response response, long deadline) {
        Thrown away = new Thrown();
        long read = 0;
        try {
            response.flushBuffer();
            for (int got = request.getCoyoteRequest().doRead(away);
                    got >= 0;
                    got = request.getCoyoteRequest().doRead(away)) {
                read += got;
                if (read > maxUnread || System.nanoTime() - deadline > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Where unread bytes go. */
    private static final class Thrown implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // What is thrown away needs no room.
        }
    }
}
