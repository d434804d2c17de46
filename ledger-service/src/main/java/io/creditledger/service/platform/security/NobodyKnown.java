package io.creditledger.service.platform.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Comes last, and turns away whom nobody else knew. */
final class NobodyKnown implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication shown) {
        throw new InvalidBearerTokenException("unknown");
    }

    @Override
    public boolean supports(Class<?> shown) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(shown);
    }
}
