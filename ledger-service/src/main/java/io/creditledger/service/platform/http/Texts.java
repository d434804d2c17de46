package io.creditledger.service.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a text acceptable, wherever in a request it stands. */
final class Texts {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Texts() {}

    /** What is wrong with a single line of 1 to so many characters, or null. */
    static @Nullable String problemWithLine(String text, int maxLength) {
        if (text.isBlank()) {
            return "must not be blank";
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return "must not contain control characters";
        }
        return problemWithLength(text, maxLength);
    }

    /** What is wrong with a text of any number of lines up to so many characters, or null. */
    static @Nullable String problemWithText(String text, int maxLength) {
        if (text.chars().anyMatch(Texts::isForbidden)) {
            return "must not contain control characters";
        }
        return problemWithLength(text, maxLength);
    }

    private static @Nullable String problemWithLength(String text, int maxLength) {
        if (text.codePointCount(0, text.length()) > maxLength) {
            return "must be at most " + maxLength + " characters long";
        }
        // Half a character has no UTF-8: PostgreSQL could not keep it.
        if (text.codePoints().anyMatch(character -> character >= 0xD800 && character <= 0xDFFF)) {
            return "must be well-formed Unicode";
        }
        return null;
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** Whether a text is an address that a browser may safely follow. */
    static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = address.getScheme();
            return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                    && address.getRawAuthority() != null
                    // The name before an @ is made to look like the site's.
                    && !address.getRawAuthority().contains("@");
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** A moment with its offset, to the microsecond that is stored. */
    static Optional<Instant> instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
