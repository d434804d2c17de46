package io.creditledger.service.platform.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Knows callers by the tokens of the identity provider. What it does not believe is for others to look at. */
final class Tokens implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final JwtDecoder decoder;
    private final CallersOfTokens callers;

    Tokens(TokenProperties properties) {
        this.decoder = TokenDecoder.of(properties);
        this.callers = new CallersOfTokens(properties);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        Jwt token = believed(((BearerTokenAuthenticationToken) shown).getToken());
        return token == null
                ? null
                : callers.callerOf(token).map(CallerAuthentication::new).orElse(null);
    }

    private @Nullable Jwt believed(String shown) {
        try {
            return decoder.decode(shown);
        } catch (JwtException refused) {
            KeysUnknownException unknown = keysUnknown(refused);
            if (unknown != null) {
                // Of this kind, or else the next provider would be asked and would call the token wrong.
                throw new InternalAuthenticationServiceException(String.valueOf(unknown.getMessage()), unknown);
            }
            LOG.debug("A token is not believed: {}", refused.getMessage());
            return null;
        }
    }

    private static @Nullable KeysUnknownException keysUnknown(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeysUnknownException unknown) {
                return unknown;
            }
        }
        return null;
    }

    @Override
    public boolean supports(Class<?> shown) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(shown);
    }
}
