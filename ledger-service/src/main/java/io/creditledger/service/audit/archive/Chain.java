package io.creditledger.service.audit.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A hash that is made of all that came before: of the one before it, 64 digits, and the next JSON. Whoever changes, swaps, adds
 * or takes away one of them would have to change all that follow.
 */
public final class Chain {

    /** Before the first. */
    public static final String BEGINNING = "0".repeat(64);

    private String head;

    public Chain() {
        this(BEGINNING);
    }

    /** A chain that goes on from where it was. */
    public Chain(String head) {
        this.head = head;
    }

    /** Adds a link, and tells the hash of the chain that ends with it. */
    public String add(String json) {
        MessageDigest digest = Json.sha256();
        digest.update(head.getBytes(StandardCharsets.US_ASCII));
        digest.update(json.getBytes(StandardCharsets.UTF_8));
        head = HexFormat.of().formatHex(digest.digest());
        return head;
    }

    public String head() {
        return head;
    }
}
