package io.creditledger.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a caller shows, 256 random bits behind a prefix that says what it is. Only its hash is ever kept: a plain one is enough
 * for what nobody can guess.
 */
final class Secret {

    static final String KEY_PREFIX = "clk_";
    static final String SESSION_PREFIX = "cls_";

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret random(String prefix) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** For whoever is to have it, once. */
    String reveal() {
        return text;
    }

    Hash hash() {
        return Hash.of(text);
    }

    @Override
    public String toString() {
        return "a secret";
    }

    /**
     * The SHA-256 of a secret. Nobody can choose it without knowing the secret, so how long it takes to look one up says nothing
     * about how close a guess was.
     */
    static final class Hash {

        private final byte[] bytes;

        private Hash(byte[] bytes) {
            this.bytes = bytes;
        }

        /** As it is stored. */
        static Hash stored(byte[] bytes) {
            return new Hash(bytes.clone());
        }

        byte[] bytes() {
            return bytes.clone();
        }

        static Hash of(String secret) {
            try {
                return new Hash(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("every Java platform has SHA-256", absent);
            }
        }

        /** In a time that does not depend on where the two differ. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
