package io.creditledger.projections.platform;

import io.creditledger.api.account.queries.QueryRejection.InvalidCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as readers carry it: opaque to them, so that what it is made of may change.
 *
 * @param kind of which list it is; a cursor of another list is refused
 */
public record Cursor(String kind) {

    // The longest position is that of a website: an id of 128 characters, four bytes each, beside a number.
    private static final int MAX_LENGTH = 1_024;

    public String at(String position) {
        byte[] content = (kind + ' ' + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    public String at(long position) {
        return at(Long.toString(position));
    }

    public String at(Place place) {
        return at(place.number() + "." + place.text());
    }

    /** A position of two parts, of which the text tells apart what has the same number. */
    public record Place(long number, String text) {}

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
        String position = content.startsWith(kind + ' ') ? content.substring(kind.length() + 1) : "";
        // A cursor is taken only as it is written, so that it holds whole characters. Positions are ids and numbers;
        // PostgreSQL takes no zero in a text.
        if (!at(position).equals(cursor) || position.chars().anyMatch(Character::isISOControl)) {
            throw invalid(cursor);
        }
        return position;
    }

    /** The position in a cursor that holds a number. */
    public OptionalLong number(@Nullable String cursor) {
        String position = position(cursor);
        if (cursor == null || position == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(number(cursor, position));
    }

    /** The position in a cursor that holds a number and a text. */
    public Optional<Place> place(@Nullable String cursor) {
        String position = position(cursor);
        if (cursor == null || position == null) {
            return Optional.empty();
        }
        String[] parts = position.split("\\.", 2);
        if (parts.length != 2) {
            throw invalid(cursor);
        }
        return Optional.of(new Place(number(cursor, parts[0]), parts[1]));
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
