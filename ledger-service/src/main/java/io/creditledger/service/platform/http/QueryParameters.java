package io.creditledger.service.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request, read as strictly as a body: a bad one is noted, and {@link #finish()} refuses the request
 * with all that was noted. Parameters that nobody asks for are ignored.
 */
public final class QueryParameters {

    public static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_CURSOR_LENGTH = 1_024;
    private static final Pattern INTEGER = Pattern.compile("\\d{1,19}");

    private final HttpServletRequest request;
    private final FieldErrors errors = new FieldErrors();

    QueryParameters(HttpServletRequest request) {
        this.request = request;
    }

    /** How many items a page may have. */
    public int limit() {
        return (int) Objects.requireNonNullElse(integer("limit", 1, MAX_LIMIT), (long) DEFAULT_LIMIT)
                .longValue();
    }

    public @Nullable String cursor() {
        return text("cursor", MAX_CURSOR_LENGTH);
    }

    /** The revision that the answer must have reached. */
    public @Nullable Long minRevision() {
        return integer("minRevision", 0, Long.MAX_VALUE);
    }

    public @Nullable Long integer(String name, long min, long max) {
        String text = single(name);
        return text == null ? null : integer(name, text, min, max);
    }

    /** Reads a text that came in another way as a parameter would be read. */
    public @Nullable Long integer(String name, String text, long min, long max) {
        Optional<Long> number = INTEGER.matcher(text).matches() ? parse(text) : Optional.empty();
        if (number.isEmpty() || number.get() < min || number.get() > max) {
            note(name, "must be an integer from " + min + " to " + max);
            return null;
        }
        return number.get();
    }

    private static Optional<Long> parse(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    public @Nullable String text(String name, int maxLength) {
        String text = single(name);
        String problem = text == null ? null : Texts.problemWithLine(text, maxLength);
        if (problem != null) {
            note(name, problem);
            return null;
        }
        return text;
    }

    public @Nullable Instant instant(String name) {
        String text = single(name);
        if (text == null) {
            return null;
        }
        // An unescaped plus sign of an offset arrives as a space.
        Optional<Instant> instant = Texts.instant(text.replace(' ', '+'));
        if (instant.isEmpty()) {
            note(name, "must be an ISO-8601 time with its offset, as in 2026-01-31T12:00:00Z");
        }
        return instant.orElse(null);
    }

    /** One of the words, which are the names of the constants in lower case. */
    public <E extends Enum<E>> @Nullable E word(String name, Set<E> allowed) {
        String word = single(name);
        if (word == null) {
            return null;
        }
        for (E constant : allowed) {
            if (RequestObject.wordOf(constant).equals(word)) {
                return constant;
            }
        }
        note(name, "must be one of " + RequestObject.wordsOf(allowed));
        return null;
    }

    public boolean flag(String name) {
        String text = single(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            note(name, "must be true or false");
        }
        return "true".equals(text);
    }

    /** Notes a bad parameter that the caller found. */
    public void note(String name, String problem) {
        errors.add(name, problem);
    }

    /** Refuses the request if any parameter is wrong. */
    public void finish() {
        errors.throwIfAny();
    }

    private @Nullable String single(String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            note(name, "must be given once");
        }
        return values[0];
    }
}
