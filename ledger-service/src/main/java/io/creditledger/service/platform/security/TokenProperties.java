package io.creditledger.service.platform.security;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens of an identity provider of the operator's own (JWT), beside the ledger's keys. Without an issuer there are none.
 *
 * @param issuer whose tokens are accepted, as their claim iss says it
 * @param keysAddress where the issuer publishes its public keys (JWK set); null to ask the issuer for the address
 * @param audience what the claim aud has to contain: a token that was made for somebody else is not for us
 * @param algorithms with which tokens may be signed
 * @param types of token that are accepted, as their header typ says it
 * @param typeRequired whether a token has to say its type; one that does not is otherwise taken for one of the types
 * @param scopesClaim the claim with the scopes: words in a list, or in one text with spaces between them
 * @param rolesClaim the claim with the roles service, customer, auditor, operator, likewise
 * @param accountsClaim the claim with the accounts: ids, beginnings of ids with a star after them, or a star alone for
 *     all accounts. A token without it has none
 * @param callerClaim the claim by which facts remember the caller. A token without it is refused
 * @param clockSkew by how much the issuer's clock may be off
 * @param timeout for each question to the issuer
 * @param keysFresh for how long the issuer's keys are not asked for again, unless a token names another
 * @param keysKept for how long they are believed while the issuer does not answer
 * @param pause between two questions to the issuer, whatever tokens come
 */
@ConfigurationProperties("ledger.tokens")
record TokenProperties(
        @Nullable String issuer,
        @Nullable String keysAddress,
        @Nullable String audience,
        @DefaultValue({"RS256", "PS256", "ES256"}) List<String> algorithms,
        @DefaultValue({"at+jwt", "JWT"}) List<String> types,
        @DefaultValue("false") boolean typeRequired,
        @DefaultValue("scope") String scopesClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("accounts") String accountsClaim,
        @DefaultValue("sub") String callerClaim,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("5m") Duration keysFresh,
        @DefaultValue("1h") Duration keysKept,
        @DefaultValue("10s") Duration pause) {

    boolean isConfigured() {
        return issuer != null && !issuer.isBlank();
    }

    String requiredIssuer() {
        return required("issuer", issuer);
    }

    String requiredAudience() {
        return required("audience", audience);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("ledger.tokens." + name + " has to be set for tokens to be accepted");
        }
        return value;
    }

    /** Where to ask. Whoever is on the way could answer with keys of their own, so there must be nobody on it. */
    Issuer asked() {
        String keys = keysAddress == null || keysAddress.isBlank() ? null : keysAddress;
        return new Issuer(
                requiredIssuer(),
                Issuer.safe("ledger.tokens.issuer", requiredIssuer()),
                keys == null ? null : Issuer.safe("ledger.tokens.keys-address", keys),
                timeout);
    }
}
