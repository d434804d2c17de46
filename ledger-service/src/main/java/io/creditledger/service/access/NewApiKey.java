package io.creditledger.service.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a key that is to be made shall be.
 *
 * @param name for people, 1 to 100 characters
 * @param accountPrefixes empty for all accounts
 * @param expiresAt null is never
 */
public record NewApiKey(
        String name,
        Set<Scope> scopes,
        List<String> accountPrefixes,
        @Nullable Instant expiresAt) {

    public static final int MAX_NAME_LENGTH = 100;
    public static final int MAX_PREFIXES = 20;
}
