package io.creditledger.service.platform.security;

import io.creditledger.service.access.Access;
import io.creditledger.service.access.AccessUnavailableException;
import io.creditledger.service.access.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Knows callers by the keys and sessions of the ledger's own. What it does not know is for others to look at. */
final class KeysAndSessions implements AuthenticationProvider {

    private final Access access;

    KeysAndSessions(Access access) {
        this.access = access;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        Optional<Caller> caller = find(((BearerTokenAuthenticationToken) shown).getToken());
        return caller.map(CallerAuthentication::new).orElse(null);
    }

    private Optional<Caller> find(String secret) {
        try {
            return access.find(secret);
        } catch (AccessUnavailableException unavailable) {
            // Of this kind, or else the next provider would be asked and would call the secret wrong.
            throw new InternalAuthenticationServiceException(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }

    @Override
    public boolean supports(Class<?> shown) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(shown);
    }
}
