package io.creditledger.service.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a key, as it is kept at hand to look callers up.
 *
 * @param keyExpiresAt from when the key is not valid; null is never
 * @param secretExpiresAt from when this secret of it is not valid; null for the present one
 */
record KnownKey(
        String keyId,
        Secret.Hash hash,
        Set<Scope> scopes,
        Reach reach,
        @Nullable Instant keyExpiresAt,
        @Nullable Instant secretExpiresAt) {

    boolean isValidAt(Instant now) {
        Instant end = expiresAt();
        return end == null || now.isBefore(end);
    }

    Caller caller() {
        return new Caller(Caller.Kind.KEY, keyId, scopes, reach, expiresAt());
    }

    private @Nullable Instant expiresAt() {
        if (keyExpiresAt == null || secretExpiresAt == null) {
            return keyExpiresAt == null ? secretExpiresAt : keyExpiresAt;
        }
        return keyExpiresAt.isBefore(secretExpiresAt) ? keyExpiresAt : secretExpiresAt;
    }
}
