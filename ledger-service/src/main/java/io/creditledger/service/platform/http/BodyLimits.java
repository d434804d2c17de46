package io.creditledger.service.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** How large the body of a request may be, and how large it has to be taken for. */
@Component
class BodyLimits {

    static final String BATCH_PATH = "/v1/consumptions/batch";

    static final String WEBHOOK_PATH = "/v1/stripe/webhook";

    /** What comes here is read line by line, however much it is and however long it takes. */
    static final String STREAM_PATH = "/v1/audit/imports";

    /** What is in memory of a stream at once: some lines and what is made of them. */
    private static final long PART_OF_STREAM = 8L * 1_024 * 1_024;

    private final long maxBody;
    private final long maxBatchBody;
    private final long maxWebhookBody;

    BodyLimits(HttpProperties properties) {
        this.maxBody = properties.maxBody().toBytes();
        this.maxBatchBody = properties.maxBatchBody().toBytes();
        this.maxWebhookBody = properties.maxWebhookBody().toBytes();
    }

    long limitFor(HttpServletRequest request) {
        return switch (request.getServletPath()) {
            case BATCH_PATH -> maxBatchBody;
            case WEBHOOK_PATH -> maxWebhookBody;
            case STREAM_PATH -> Long.MAX_VALUE;
            default -> maxBody;
        };
    }

    /** Its length if it is announced, else as much as it may become. */
    long expectedLength(HttpServletRequest request) {
        if (isStream(request)) {
            return PART_OF_STREAM;
        }
        long announced = request.getContentLengthLong();
        if (announced >= 0) {
            return announced;
        }
        return hasBody(request) ? limitFor(request) : 0;
    }

    static boolean isStream(HttpServletRequest request) {
        // An address that Tomcat could not read has none.
        return STREAM_PATH.equals(request.getServletPath());
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
