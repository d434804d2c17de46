package io.creditledger.service.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The key that may do all. Only its hash is kept, here and in the database. */
final class ApiKeys {

    private static final String PREFIX = "clk_";
    private static final int RANDOM_BYTES = 32;

    private final byte[] hash;

    private ApiKeys(byte[] hash) {
        this.hash = hash;
    }

    /** The key that the operator chose. */
    static ApiKeys given(String key) {
        return new ApiKeys(sha256(key));
    }

    /**
     * The key made at the very first start.
     *
     * @param kept stores the hash given unless one was stored before, and answers the one that is stored
     * @param announcement told the key, once: nobody can ask for it later
     */
    static ApiKeys generated(UnaryOperator<String> kept, Consumer<String> announcement) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String hash = HexFormat.of().formatHex(sha256(key));
        String stored = kept.apply(hash);
        if (stored.equals(hash)) {
            announcement.accept(key);
        }
        return new ApiKeys(HexFormat.of().parseHex(stored));
    }

    boolean isValid(String key) {
        return MessageDigest.isEqual(hash, sha256(key));
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
