package io.creditledger.service.platform.security;

import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Reach;
import io.creditledger.service.access.Role;
import io.creditledger.service.access.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who a believed token is of. What it does not say, its bearer may not do. */
final class CallersOfTokens {

    private static final String EVERYTHING = "*";

    /** Goes into facts and logs as it is, so that two callers are never one: as long as an issuer may make it, and plain. */
    private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

    private final TokenProperties properties;

    CallersOfTokens(TokenProperties properties) {
        this.properties = properties;
    }

    /** Nobody, if the token does not say it in a way that could be remembered. */
    Optional<Caller> callerOf(Jwt token) {
        return token.getClaims().get(properties.callerClaim()) instanceof String id
                        && ID.matcher(id).matches()
                ? Optional.of(new Caller(Caller.Kind.TOKEN, id, scopesOf(token), reachOf(token), token.getExpiresAt()))
                : Optional.empty();
    }

    private Set<Scope> scopesOf(Jwt token) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        words(token, properties.scopesClaim()).forEach(word -> Scope.of(word).ifPresent(scopes::add));
        words(token, properties.rolesClaim())
                .forEach(word -> Role.of(word).ifPresent(role -> scopes.addAll(role.scopes())));
        return scopes;
    }

    private Reach reachOf(Jwt token) {
        List<String> words = words(token, properties.accountsClaim());
        if (words.contains(EVERYTHING)) {
            return Reach.everything();
        }
        Set<String> accounts = new HashSet<>(words);
        accounts.removeIf(word -> word.endsWith(EVERYTHING));
        List<String> prefixes = words.stream()
                .filter(word -> word.endsWith(EVERYTHING))
                .map(word -> word.substring(0, word.length() - EVERYTHING.length()))
                .toList();
        return new Reach.Only(accounts, prefixes);
    }

    private static List<String> words(Jwt token, String claim) {
        return switch (token.getClaims().get(claim)) {
            case String text -> List.of(text.strip().split("\\s+"));
            case Collection<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }
}
