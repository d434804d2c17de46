package io.creditledger.service.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** How large the body of a request may be, and how large it has to be taken for. */
@Component
class BodyLimits {

    static final String BATCH_PATH = "/v1/consumptions/batch";

    static final String WEBHOOK_PATH = "/v1/stripe/webhook";

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
            default -> maxBody;
        };
    }

    /** Its length if it is announced, else as much as it may become. */
    long expectedLength(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        if (announced >= 0) {
            return announced;
        }
        return hasBody(request) ? limitFor(request) : 0;
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
