package io.creditledger.service.platform.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 describes it.
 *
 * @param facts what a program can use, each a field of the answer
 * @param replayed whether this is the answer of an earlier request with the same idempotency key
 * @param retryAfterSeconds when the same request may succeed; null when it never will
 */
public record Problem(
        ProblemType type,
        String detail,
        Map<String, Object> facts,
        boolean replayed,
        @Nullable Integer retryAfterSeconds) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, Map.of());
    }

    public static Problem of(ProblemType type, String detail, Map<String, Object> facts) {
        return new Problem(type, detail, facts, false, null);
    }

    /** A request with these bad fields. */
    public static Problem invalid(List<FieldError> errors) {
        StringBuilder detail = new StringBuilder();
        for (FieldError error : errors) {
            detail.append(detail.isEmpty() ? "" : "; ")
                    .append(error.field())
                    .append(' ')
                    .append(error.problem());
        }
        return of(ProblemType.INVALID_REQUEST, detail.toString(), Map.of("errors", errors));
    }

    public static Problem invalid(String field, String problem) {
        return invalid(List.of(new FieldError(field, problem)));
    }

    public static Problem unavailable(String detail) {
        return of(ProblemType.UNAVAILABLE, detail).retryAfter(1);
    }

    public Problem asReplayed() {
        return new Problem(type, detail, facts, true, retryAfterSeconds);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(type, detail, facts, replayed, seconds);
    }

    public int status() {
        return type.status().value();
    }

    /** All fields of the answer, in order. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type.uri());
        fields.put("title", type.title());
        fields.put("status", status());
        fields.put("detail", detail);
        fields.putAll(facts);
        return fields;
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
