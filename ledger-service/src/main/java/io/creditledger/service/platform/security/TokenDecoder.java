package io.creditledger.service.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads tokens and believes those alone that the configured issuer signed, for us, and that have not expired. */
final class TokenDecoder {

    private static final String MEDIA_TYPE_PREFIX = "application/";

    private TokenDecoder() {}

    /** The issuer is asked for its keys when the first token comes, so that the ledger starts without it. */
    static JwtDecoder of(TokenProperties properties) {
        IssuerKeys keys = new IssuerKeys(properties.asked()::keys, properties, Clock.systemUTC());
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures(properties, keys));
        decoder.setJwtValidator(checks(properties));
        return decoder;
    }

    private static DefaultJWTProcessor<SecurityContext> signatures(
            TokenProperties properties, JWKSource<SecurityContext> keys) {
        Set<JWSAlgorithm> algorithms =
                properties.algorithms().stream().map(TokenDecoder::algorithm).collect(Collectors.toUnmodifiableSet());
        DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        signatures.setJWSTypeVerifier(types(properties));
        signatures.setJWTClaimsSetVerifier((_, _) -> {
            // The claims are looked at after the signature, by the checks.
        });
        return signatures;
    }

    private static JWSAlgorithm algorithm(String name) {
        if (SignatureAlgorithm.from(name) == null) {
            throw new IllegalStateException("ledger.tokens.algorithms: there is no public-key algorithm " + name);
        }
        return JWSAlgorithm.parse(name);
    }

    /** Else what the issuer signs for other purposes, such as to say that somebody has logged out, would be taken for a token. */
    private static JOSEObjectTypeVerifier<SecurityContext> types(TokenProperties properties) {
        Set<JOSEObjectType> types = new HashSet<>();
        for (String type : properties.types()) {
            types.add(new JOSEObjectType(type));
            types.add(new JOSEObjectType(MEDIA_TYPE_PREFIX + type));
        }
        if (!properties.typeRequired()) {
            types.add(null);
        }
        return new DefaultJOSEObjectTypeVerifier<>(types);
    }

    private static OAuth2TokenValidator<Jwt> checks(TokenProperties properties) {
        JwtTimestampValidator times = new JwtTimestampValidator(properties.clockSkew());
        // A token that never ends could not be taken back.
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(properties.requiredIssuer()),
                new JwtAudienceValidator(properties.requiredAudience())));
    }
}
