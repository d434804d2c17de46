package io.creditledger.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP.
 *
 * @param replayed whether it is the answer of an earlier request with the same idempotency key
 * @param retryAfter how long the caller was asked to wait; null if not
 */
record RawAnswer(int status, boolean replayed, @Nullable Duration retryAfter, String body) {

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /** Longer than anybody would wait. */
    private static final Duration LONG = Duration.ofDays(365);

    static RawAnswer of(int status, HttpHeaders headers, Instant now, String body) {
        return new RawAnswer(
                status,
                headers.firstValue("Idempotency-Replayed")
                        .filter("true"::equals)
                        .isPresent(),
                headers.firstValue("Retry-After")
                        .map(asked -> duration(asked.strip(), now))
                        .orElse(null),
                body);
    }

    /** Seconds, or the moment that is meant, as HTTP allows both; null for what is neither. */
    private static @Nullable Duration duration(String asked, Instant now) {
        try {
            if (asked.chars().allMatch(character -> character >= '0' && character <= '9')) {
                return Duration.ofSeconds(Math.min(Long.parseLong(asked), LONG.toSeconds()));
            }
            Duration until = Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(asked)));
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException | NumberFormatException neither) {
            return null;
        }
    }

    boolean isSuccess() {
        return status >= OK && status < MULTIPLE_CHOICES;
    }

    /** Whether the same request, sent again, may have another answer: the ledger is busy, or something before it is. */
    boolean mayPass() {
        return switch (status) {
            case TOO_MANY_REQUESTS, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT -> true;
            default -> false;
        };
    }

    /** Whether it leaves open what came of the request. */
    boolean isFailure() {
        return status >= INTERNAL_ERROR;
    }

    Problem problem() {
        Map<String, Object> fields = Json.fields(body);
        String type = fields.get("type") instanceof String text ? text : "";
        String detail = fields.get("detail") instanceof String text ? text : "HTTP status " + status;
        String kind = type.isEmpty() ? "http-" + status : type.substring(type.lastIndexOf('/') + 1);
        return new Problem(kind, status, detail, fields);
    }
}
