package io.creditledger.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for secrets and card numbers in what was written down. It shares nothing with the mask of the service: a check that uses the
 * code of what it checks finds nothing.
 */
final class Findings {

    /** More would be told of the same fault. */
    private static final int ENOUGH = 50;

    /**
     * What a kind of secret looks like.
     *
     * @param word what each of them has in it, in small letters: looked for first, since that costs less than the pattern
     */
    private record Secret(String kind, String word, Pattern pattern) {

        static Secret of(String kind, String word, String pattern) {
            return new Secret(kind, word, Pattern.compile(pattern));
        }

        boolean isIn(String line, String inSmallLetters) {
            return inSmallLetters.contains(word) && pattern.matcher(line).find();
        }
    }

    private static final List<Secret> SECRETS = List.of(
            Secret.of("secret key of Stripe", "k_", "[sr]k_(test|live)_[A-Za-z0-9]"),
            Secret.of("secret of a webhook", "whsec_", "whsec_[A-Za-z0-9]"),
            Secret.of("client secret", "_secret_", "_secret_[A-Za-z0-9]"),
            Secret.of("key of the ledger", "clk_", "clk_[A-Za-z0-9_-]{8}"),
            Secret.of("session of a person", "cls_", "cls_[A-Za-z0-9_-]{8}"),
            Secret.of(
                    "credentials of a request",
                    "authorization",
                    "(?i)authorization\\W{1,4}(bearer|basic) +[a-z0-9._~+/-]{8}"),
            Secret.of("signed token", "eyj", "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"));

    /** The card numbers that the simulator knows begin so; no other number of the suite does by more than chance. */
    private static final List<String> BEGINNINGS = List.of("4242", "4000", "4100", "5555", "3782");

    private static final Pattern CARD = Pattern.compile("(?<![A-Za-z0-9_.])(?:" + String.join("|", BEGINNINGS)
            + ")(?:[ -]?[0-9]){9,15}(?![A-Za-z0-9_])(?!\\.[0-9])");

    /** How a ledger that was given no key says the one that it made: once in its life. */
    private static final String ANNOUNCEMENT = "API key (shown this once, kept as a hash): ";

    /** How a ledger with a demo account says where to look at it: play money, and nothing else in the line. */
    private static final Pattern DEMO =
            Pattern.compile("  dashboard      http://127\\.0\\.0\\.1:[0-9]+/#token=cls_[A-Za-z0-9_-]+");

    private final List<String> values;
    private final List<String> found = new ArrayList<>();

    /**
     * Finds what has the look of a secret.
     *
     * @param values and these, whatever they look like
     */
    Findings(List<String> values) {
        this.values = values.stream()
                .map(value -> new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** Where something was found and what kind of thing it is; never the thing itself. */
    List<String> found() {
        return List.copyOf(found);
    }

    void lookThrough(Path file) throws IOException {
        // Whatever charset it is in: what is looked for is ASCII.
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            long number = 0;
            boolean announced = false;
            for (String line = reader.readLine(); line != null && found.size() < ENOUGH; line = reader.readLine()) {
                number++;
                if (!announced && line.startsWith(ANNOUNCEMENT)) {
                    announced = true;
                } else if (!DEMO.matcher(line).matches()) {
                    lookThrough(line, file + ":" + number);
                }
            }
        }
    }

    private void lookThrough(String line, String place) {
        String inSmallLetters = line.toLowerCase(Locale.ROOT);
        SECRETS.stream()
                .filter(secret -> secret.isIn(line, inSmallLetters))
                .forEach(secret -> found.add(place + ": " + secret.kind()));
        if (values.stream().anyMatch(line::contains)) {
            found.add(place + ": a value that only this test knows");
        }
        if (BEGINNINGS.stream().anyMatch(line::contains) && hasCardNumber(line)) {
            found.add(place + ": card number");
        }
    }

    private static boolean hasCardNumber(String line) {
        Matcher matcher = CARD.matcher(line);
        while (matcher.find()) {
            if (passesLuhn(matcher.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the last digit is the one that the others ask for, by ISO/IEC 7812. */
    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int index = 0; index < digits.length(); index++) {
            int digit = digits.charAt(digits.length() - 1 - index) - '0';
            int doubled = digit * 2;
            sum += index % 2 == 0 ? digit : doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }
}
