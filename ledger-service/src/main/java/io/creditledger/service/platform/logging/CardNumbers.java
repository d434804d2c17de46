package io.creditledger.service.platform.logging;

/**
 * Finds what can be the number of a card: 13 to 19 digits whose last one checks the others, that begin as the numbers of a card scheme
 * do and stand alone. Spaces and hyphens may stand between the digits, as people write them.
 */
final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private CardNumbers() {}

    static String takenOutOf(String text) {
        StringBuilder result = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfDigits(text, at);
            if (end - at >= SHORTEST && standsAlone(text, at, end) && isCardNumber(text, at, end)) {
                result = result == null ? new StringBuilder(text.length()) : result;
                result.append(text, copied, at).append(Mask.HIDDEN);
                copied = end;
            }
            at = end;
        }
        return result == null
                ? text
                : result.append(text, copied, text.length()).toString();
    }

    private static int endOfDigits(String text, int start) {
        int end = start + 1;
        while (end < text.length()) {
            if (isDigit(text.charAt(end))) {
                end++;
            } else if (isSeparator(text.charAt(end)) && end + 1 < text.length() && isDigit(text.charAt(end + 1))) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    /** Within an identifier or a decimal fraction it is no card. */
    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !isPartOfWord(text.charAt(start - 1)))
                && (end == text.length() || !isPartOfWord(text.charAt(end)));
    }

    private static boolean isPartOfWord(char character) {
        return Character.isLetter(character) || character == '_' || character == '.';
    }

    private static boolean isCardNumber(String text, int start, int end) {
        int digits = 0;
        int sum = 0;
        for (int at = end - 1; at >= start; at--) {
            if (isDigit(text.charAt(at))) {
                int digit = text.charAt(at) - '0';
                int weighed = digits % 2 == 0 ? digit : digit * 2;
                sum += weighed > 9 ? weighed - 9 : weighed;
                digits++;
            }
        }
        return digits >= SHORTEST
                && digits <= LONGEST
                && sum % 10 == 0
                && text.charAt(start) >= '2'
                && text.charAt(start) <= '6';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSeparator(char character) {
        return character == ' ' || character == '-';
    }
}
