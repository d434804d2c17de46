package io.creditledger.service.platform.security;

import java.net.http.HttpClient;
import java.util.List;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Reads tokens and believes those alone that the configured issuer signed, for us, and that have not expired. */
final class TokenDecoder {

    private TokenDecoder() {}

    /** The issuer is asked for its keys when the first token comes, so that the ledger starts without it. */
    static JwtDecoder of(TokenProperties properties) {
        OAuth2TokenValidator<Jwt> checks = checks(properties);
        return new SupplierJwtDecoder(() -> decoder(properties, checks));
    }

    private static NimbusJwtDecoder decoder(TokenProperties properties, OAuth2TokenValidator<Jwt> checks) {
        String keys = properties.keysAddress();
        JwkSetUriJwtDecoderBuilder builder = keys == null || keys.isBlank()
                ? NimbusJwtDecoder.withIssuerLocation(properties.requiredIssuer())
                : NimbusJwtDecoder.withJwkSetUri(keys);
        NimbusJwtDecoder decoder = builder.jwsAlgorithms(algorithms -> properties.algorithms().stream()
                        .map(TokenDecoder::algorithm)
                        .forEach(algorithms::add))
                .restOperations(new RestTemplate(requests(properties)))
                .build();
        decoder.setJwtValidator(checks);
        return decoder;
    }

    private static SignatureAlgorithm algorithm(String name) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
        if (algorithm == null) {
            throw new IllegalStateException("ledger.tokens.algorithms: there is no public-key algorithm " + name);
        }
        return algorithm;
    }

    private static JdkClientHttpRequestFactory requests(TokenProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(properties.timeout()).build());
        requests.setReadTimeout(properties.timeout());
        return requests;
    }

    private static OAuth2TokenValidator<Jwt> checks(TokenProperties properties) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(properties.clockSkew()),
                new JwtIssuerValidator(properties.requiredIssuer()),
                new JwtAudienceValidator(properties.requiredAudience()),
                // A token that never ends could not be taken back.
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null)));
    }
}
