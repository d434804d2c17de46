package io.creditledger.service.platform.security;

import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Reach;
import io.creditledger.service.access.Role;
import io.creditledger.service.access.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who a believed token is of. What it does not say, its bearer may not do. */
final class CallersOfTokens implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final String EVERYTHING = "*";
    private static final int MAX_ID_LENGTH = 64;
    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._:@|-]");

    private final TokenProperties properties;

    CallersOfTokens(TokenProperties properties) {
        this.properties = properties;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return new CallerAuthentication(
                new Caller(Caller.Kind.TOKEN, idOf(token), scopesOf(token), reachOf(token), token.getExpiresAt()));
    }

    /** Goes into facts, so it is short and plain. */
    private String idOf(Jwt token) {
        Object claim = token.getClaims().get(properties.callerClaim());
        String id = UNUSUAL.matcher(claim == null ? "" : claim.toString()).replaceAll("_");
        return id.length() > MAX_ID_LENGTH ? id.substring(0, MAX_ID_LENGTH) : id;
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
