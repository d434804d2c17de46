package io.creditledger.service.access.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.NewApiKey;
import io.creditledger.service.access.Role;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.RequestObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests. */
final class Requests {

    private static final long DEFAULT_OVERLAP_SECONDS = Duration.ofDays(1).toSeconds();
    private static final long MAX_OVERLAP_SECONDS = Duration.ofDays(30).toSeconds();
    private static final long DEFAULT_SESSION_SECONDS = Duration.ofHours(1).toSeconds();
    private static final long MIN_SESSION_SECONDS = Duration.ofMinutes(1).toSeconds();
    private static final long MAX_SESSION_SECONDS = Duration.ofDays(1).toSeconds();
    private static final Set<Role> ROLES_OF_KEYS = EnumSet.of(Role.SERVICE, Role.AUDITOR, Role.OPERATOR);

    private Requests() {}

    static NewApiKey newApiKey(RequestObject body) {
        String name = body.line("name", NewApiKey.MAX_NAME_LENGTH);
        Role role = body.optionalWord("role", ROLES_OF_KEYS);
        List<String> words = body.optionalTexts(
                "scopes",
                Scope.values().length,
                word -> Scope.of(word).isPresent(),
                "must be among ledger:command, ledger:query, ledger:purchase, ledger:audit, ledger:admin");
        List<String> prefixes = body.optionalTexts(
                "accountPrefixes",
                NewApiKey.MAX_PREFIXES,
                AccountId::isValid,
                "must each be 1 to " + AccountId.MAX_LENGTH + " of A-Z a-z 0-9 . _ : -");
        Instant expiresAt = body.optionalInstant("expiresAt");
        if (expiresAt != null && !expiresAt.isAfter(Instant.now())) {
            body.note("expiresAt", "must be in the future");
        }
        if (role != null && words != null) {
            body.note("scopes", "must not be given together with role");
        }
        Set<Scope> scopes = scopes(role, words);
        if (scopes.isEmpty()) {
            body.note("scopes", "is required where no role is given, and must not be empty");
        }
        body.finish();
        return new NewApiKey(name, scopes, prefixes == null ? List.of() : prefixes, expiresAt);
    }

    private static Set<Scope> scopes(@Nullable Role role, @Nullable List<String> words) {
        if (role != null) {
            return role.scopes();
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        if (words != null) {
            words.forEach(word -> Scope.of(word).ifPresent(scopes::add));
        }
        return scopes;
    }

    static Duration overlap(RequestObject body) {
        return seconds(body, "overlapSeconds", DEFAULT_OVERLAP_SECONDS, 0, MAX_OVERLAP_SECONDS);
    }

    static Duration sessionDuration(RequestObject body) {
        return seconds(body, "expiresInSeconds", DEFAULT_SESSION_SECONDS, MIN_SESSION_SECONDS, MAX_SESSION_SECONDS);
    }

    private static Duration seconds(RequestObject body, String field, long usual, long min, long max) {
        Long seconds = body.optionalInteger(field, min, max);
        body.finish();
        return Duration.ofSeconds(seconds == null ? usual : seconds);
    }
}
