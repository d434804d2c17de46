package io.creditledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.account.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One request to one account, named by what the caller chose: the account and the idempotency key. Natural ids (of a lot, a
 * consumption, a reversal) are derived from it, so a repeated request can't make a second thing.
 *
 * @param value 22 characters of base64url: the first 128 bits of SHA-256 over account and key
 */
public record RequestId(@JsonValue String value) {

    private static final int BYTES = 16;

    @JsonCreator
    public RequestId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a request id can't be blank");
        }
    }

    public static RequestId of(AccountId account, IdempotencyKey key) {
        MessageDigest sha256 = sha256();
        sha256.update(account.value().getBytes(StandardCharsets.UTF_8));
        // An account id has no zero byte, so the two parts can't run into each other.
        sha256.update((byte) 0);
        sha256.update(key.value().getBytes(StandardCharsets.UTF_8));
        ByteBuffer head = ByteBuffer.wrap(sha256.digest(), 0, BYTES);
        return new RequestId(StandardCharsets.ISO_8859_1
                .decode(Base64.getUrlEncoder().withoutPadding().encode(head))
                .toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
