package io.creditledger.service.platform.logging;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must not be written down: by its shape what Stripe, the ledger and the issuers of cards hand out, and by its
 * value what this installation was configured with.
 */
final class Mask {

    static final String HIDDEN = "***";

    /** A shorter one would be found in the middle of words. */
    private static final int SHORTEST_VALUE = 6;

    private static final List<Shape> SHAPES = List.of(
            Shape.after("sk_", "(?<=sk_(?:test|live)_)\\w+"),
            Shape.after("rk_", "(?<=rk_(?:test|live)_)\\w+"),
            Shape.after("whsec_", "(?<=whsec_)[\\w+/=-]+"),
            Shape.after("_secret_", "(?<=_secret_)\\w+"),
            Shape.after("clk_", "(?<=clk_)[\\w-]+"),
            Shape.after("cls_", "(?<=cls_)[\\w-]+"),
            Shape.after("earer ", "(?<=[Bb]earer )[^\\s\"',;\\])}]+"),
            Shape.after("uthorization: ", "(?<=[Aa]uthorization: )(?!Bearer|bearer)[^\\r\\n}\\]]+"),
            Shape.after("eyJ", "eyJ[\\w-]{5,}\\.[\\w-]+(?:\\.[\\w-]*)?"),
            // As in the statement that makes a role, which the driver of PostgreSQL logs.
            Shape.after("assword", "(?<=[Pp]assword[ =]{0,3}')[^']+"),
            Shape.after("cvc", "(?<=cvc.{1,7})\\d{3,4}\\b"));

    private final Set<String> values = new CopyOnWriteArraySet<>();

    /**
     * Something that is known by its looks.
     *
     * @param sign what no match is without; looked for first, because most lines have none of them
     */
    private record Shape(String sign, Pattern pattern) {

        static Shape after(String sign, String pattern) {
            return new Shape(sign, Pattern.compile(pattern));
        }

        String takenOutOf(String text) {
            return text.contains(sign) ? pattern.matcher(text).replaceAll(HIDDEN) : text;
        }
    }

    /** Hides this from now on, wherever it stands. */
    void hide(String value) {
        if (value.length() >= SHORTEST_VALUE) {
            values.add(value);
        }
    }

    String takenOutOf(String text) {
        String left = text;
        for (String value : values) {
            left = left.replace(value, HIDDEN);
        }
        for (Shape shape : SHAPES) {
            left = shape.takenOutOf(left);
        }
        return CardNumbers.takenOutOf(left);
    }
}
