package io.creditledger.service.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has shown a valid key or token.
 *
 * @param kind what was shown
 * @param id which one: never the secret itself
 * @param scopes what was given, and what that implies
 * @param reach the accounts there are for this caller
 * @param expiresAt from when the key or token is no longer valid; null is never
 */
public record Caller(
        Kind kind,
        String id,
        Set<Scope> scopes,
        Reach reach,
        @Nullable Instant expiresAt) {

    /** How callers show who they are. */
    public enum Kind {
        /** The key that the operator configured. */
        CONFIGURED("configured"),
        /** A key made by the ledger. */
        KEY("key"),
        /** A customer's session at the dashboard. */
        SESSION("session"),
        /** A token of the operator's own identity provider. */
        TOKEN("token");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public Caller {
        scopes = Set.copyOf(Scope.impliedBy(scopes));
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** Who it was, as facts remember it. */
    public String actor() {
        return kind.word + ":" + id;
    }
}
