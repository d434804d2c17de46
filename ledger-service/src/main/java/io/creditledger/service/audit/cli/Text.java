package io.creditledger.service.audit.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Words and numbers as people read them at a terminal. */
final class Text {

    private static final int SECONDS_OF_MINUTE = 60;
    private static final int SECONDS_OF_HOUR = 3_600;

    private Text() {}

    /** The text of a field, or nothing if it has none. */
    static String of(JsonNode object, String field) {
        return harmless(object.path(field).asString(""));
    }

    /** Without what a terminal would take for orders: what is shown was written by others. */
    static String harmless(String text) {
        return text.codePoints()
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String number(JsonNode object, String field) {
        return number(object.path(field).asLong(0));
    }

    static String differences(long count) {
        if (count == 0) {
            return "no difference";
        }
        return count == 1 ? "1 difference" : number(count) + " differences";
    }

    /** A length of time, as in 2 h 5 min. */
    static String time(long seconds) {
        if (seconds < SECONDS_OF_MINUTE) {
            return seconds + " s";
        }
        if (seconds < SECONDS_OF_HOUR) {
            return seconds / SECONDS_OF_MINUTE + " min " + seconds % SECONDS_OF_MINUTE + " s";
        }
        return number(seconds / SECONDS_OF_HOUR) + " h " + seconds % SECONDS_OF_HOUR / SECONDS_OF_MINUTE + " min";
    }
}
