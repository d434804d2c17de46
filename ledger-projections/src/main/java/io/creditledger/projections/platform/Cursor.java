package io.creditledger.projections.platform;

import io.creditledger.api.account.queries.QueryRejection.InvalidCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as readers carry it: opaque to them, so that what it is made of may change.
 *
 * @param kind of which list it is; a cursor of another list is refused
 */
public record Cursor(String kind) {

    private static final int MAX_LENGTH = 512;

    public String at(String position) {
        byte[] content = (kind + ' ' + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    public String at(long position) {
        return at(Long.toString(position));
    }

    /** Whether a cursor is of this list. */
    public boolean isOf(@Nullable String cursor) {
        return cursor != null && decoded(cursor).startsWith(kind + ' ');
    }

    /** The position in a cursor; null without one. */
    public @Nullable String position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String content = decoded(cursor);
        if (!content.startsWith(kind + ' ')) {
            throw invalid(cursor);
        }
        return content.substring(kind.length() + 1);
    }

    /** The position in a cursor that holds a number. */
    public OptionalLong number(@Nullable String cursor) {
        String position = position(cursor);
        if (cursor == null || position == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(number(cursor, position));
    }

    /** A number within a position. */
    public static long number(String cursor, String text) {
        try {
            long number = Long.parseLong(text);
            if (number < 0) {
                throw invalid(cursor);
            }
            return number;
        } catch (NumberFormatException _) {
            throw invalid(cursor);
        }
    }

    private static String decoded(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw invalid(cursor.substring(0, MAX_LENGTH));
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw invalid(cursor);
        }
    }

    public static QueryExecutionException invalid(String cursor) {
        return new QueryExecutionException("not a cursor of this list", null, new InvalidCursor(cursor));
    }
}
