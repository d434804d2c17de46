package io.creditledger.simulator.state;

import java.security.SecureRandom;

/** Identifiers as Stripe makes them: a prefix that tells the kind, then what nobody can guess. */
public final class Identifiers {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifiers() {}

    public static String next(Kind kind) {
        return next(kind.prefix());
    }

    public static String next(String prefix) {
        StringBuilder identifier = new StringBuilder(prefix.length() + LENGTH).append(prefix);
        for (int i = 0; i < LENGTH; i++) {
            identifier.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return identifier.toString();
    }
}
