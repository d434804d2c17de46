package io.creditledger.service.platform.security;

import static io.creditledger.service.platform.security.IdentityProvider.signed;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Tokens of an identity provider, over real HTTP: which are believed, what they allow, and what happens when it is away. */
class TokensIT {

    private static final IdentityProvider STARTED = IdentityProvider.start();

    @RegisterExtension
    @Order(0)
    static final IdentityProvider PROVIDER = STARTED;

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    // It may be asked for keys at any time, so that each test sees what it does to the issuer.
    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(
            POSTGRES,
            "ledger.tokens.issuer=" + STARTED.address(),
            "ledger.tokens.audience=" + IdentityProvider.AUDIENCE,
            "ledger.tokens.timeout=500ms",
            "ledger.tokens.keys-fresh=0s",
            "ledger.tokens.pause=0s");

    private static final String GRANT = "{\"amount\":5,\"source\":\"promotional\",\"description\":\"Welcome\"}";

    @BeforeAll
    static void openAccounts() {
        for (String account : List.of("acme-1", "acme-2", "other-1")) {
            LEDGER.client().put("/v1/accounts/" + account, "{}").is(201);
        }
    }

    @AfterEach
    void recover() {
        PROVIDER.recover();
    }

    // --- what a good token allows

    static Stream<Named<JWTClaimsSet.Builder>> tokensThatMaySpendForAcmeAlone() {
        JWTClaimsSet.Builder[] claims = {
            PROVIDER.claims()
                    .claim("scope", "openid ledger:command ledger:query")
                    .claim("accounts", "acme-*"),
            PROVIDER.claims()
                    .claim("scope", List.of("ledger:command", "ledger:query"))
                    .claim("accounts", List.of("acme-*")),
            PROVIDER.claims().claim("roles", "service").claim("accounts", List.of("acme-1", "acme-2")),
            PROVIDER.claims().claim("roles", List.of("service", "unknown")).claim("accounts", "acme-1 acme-2")
        };
        return Stream.of(claims).map(each -> Named.of(each.build().toString(), each));
    }

    @ParameterizedTest
    @MethodSource("tokensThatMaySpendForAcmeAlone")
    void takesScopesRolesAndAccountsInEveryForm(JWTClaimsSet.Builder claims) {
        String token = signed(PROVIDER.header(), PROVIDER.rsa, claims);

        get(token, "/v1/accounts/acme-1").is(200);
        grant(token, "acme-2").is(201);
        get(token, "/v1/accounts/other-1").isProblem(404, "account-not-found");
        grant(token, "other-1").isProblem(404, "account-not-found");
        get(token, "/v1/accounts/acme-1/events").isProblem(403, "forbidden");
        get(token, "/v1/api-keys").isProblem(403, "forbidden");
    }

    @Test
    void givesEachRoleItsScopes() {
        String customer = signed(PROVIDER.header(), PROVIDER.rsa, role("customer", "acme-1"));
        get(customer, "/v1/accounts/acme-1").is(200);
        grant(customer, "acme-1").isProblem(403, "forbidden");
        get(customer, "/v1/accounts/acme-2").isProblem(404, "account-not-found");

        String auditor = signed(PROVIDER.header(), PROVIDER.rsa, role("auditor", "*"));
        get(auditor, "/v1/accounts/other-1/events").is(200);
        grant(auditor, "other-1").isProblem(403, "forbidden");

        String operator = signed(PROVIDER.header(), PROVIDER.rsa, role("operator", "*"));
        get(operator, "/v1/api-keys").is(200);
        grant(operator, "other-1").is(201);

        String operatorOfOne = signed(PROVIDER.header(), PROVIDER.rsa, role("operator", "acme-*"));
        get(operatorOfOne, "/v1/api-keys").isProblem(403, "forbidden");
        get(operatorOfOne, "/actuator/prometheus").isProblem(403, "forbidden");
    }

    private static JWTClaimsSet.Builder role(String role, String accounts) {
        return PROVIDER.claims().claim("roles", role).claim("accounts", accounts);
    }

    @Test
    void reachesNoAccountThatTheTokenDoesNotName() {
        String withoutAccounts =
                signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.claims().claim("roles", "operator"));
        get(withoutAccounts, "/v1/accounts/acme-1").isProblem(404, "account-not-found");
        get(withoutAccounts, "/v1/api-keys").isProblem(403, "forbidden");

        for (Object accounts : List.of("", List.of(), List.of(5), Map.of("acme-1", true), true, "acme", "**", "?")) {
            String token = signed(
                    PROVIDER.header(),
                    PROVIDER.rsa,
                    PROVIDER.claims().claim("roles", "operator").claim("accounts", accounts));
            get(token, "/v1/accounts/acme-1").isProblem(404, "account-not-found");
        }
    }

    @Test
    void allowsNothingThatTheTokenDoesNotSay() {
        String withoutScopes =
                signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.claims().claim("accounts", "*"));
        get(withoutScopes, "/v1/accounts/acme-1").isProblem(403, "forbidden");

        for (Object scopes : List.of(
                "ledger:*", "LEDGER:QUERY", "query", List.of(List.of("ledger:query")), Map.of("ledger:query", true))) {
            String token = signed(
                    PROVIDER.header(),
                    PROVIDER.rsa,
                    PROVIDER.claims().claim("accounts", "*").claim("scope", scopes));
            get(token, "/v1/accounts/acme-1").isProblem(403, "forbidden");
        }
    }

    @Test
    void remembersWhoHeldTheToken() {
        String token =
                signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.operator().subject("auth0|7f+x@clients"));

        long revision = grant(token, "acme-1").is(201).number("/revision");

        assertThat(LEDGER.client()
                        .get("/v1/accounts/acme-1/events?fromRevision=" + revision)
                        .body())
                .contains("\"actor\":\"token:auth0|7f+x@clients\"");
    }

    static Stream<Named<JWSHeader.Builder>> goodHeaders() {
        return Stream.of(
                Named.of("RS256", new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1")),
                Named.of("PS256", new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("rsa-1")),
                Named.of("ES256", new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-1")),
                Named.of("RS256 without a kid", new JWSHeader.Builder(JWSAlgorithm.RS256)),
                Named.of("typ JWT", PROVIDER.header("JWT")),
                Named.of("typ at+jwt", PROVIDER.header("at+jwt")),
                Named.of("typ application/at+jwt", PROVIDER.header("application/at+jwt")));
    }

    @ParameterizedTest
    @MethodSource("goodHeaders")
    void believesWhatTheIssuerSigned(JWSHeader.Builder header) {
        JWK key = header.build().getAlgorithm().equals(JWSAlgorithm.ES256) ? PROVIDER.ec : PROVIDER.rsa;

        get(signed(header, key, PROVIDER.operator()), "/v1/accounts/acme-1").is(200);
    }

    // --- what is not believed

    static Stream<Named<String>> badTokens() throws Exception {
        JWK strange = IdentityProvider.rsa("rsa-1");
        JWK unknown = IdentityProvider.rsa("rsa-9");
        JWTClaimsSet.Builder all = PROVIDER.operator();
        Instant now = Instant.now();
        String good = signed(PROVIDER.header(), PROVIDER.rsa, all);
        JWK p384 = new ECKeyGenerator(Curve.P_384).keyID("ec-1").generate();
        return Stream.of(
                Named.of("alg none", new PlainJWT(all.build()).serialize()),
                Named.of(
                        "alg none with a signature",
                        new PlainJWT(all.build()).serialize() + good.substring(good.lastIndexOf('.') + 1)),
                Named.of("the public key as a secret", signedWithThePublicKeyAsSecret(all.build())),
                Named.of(
                        "an algorithm not allowed",
                        signed(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa-1"), PROVIDER.rsa, all)),
                Named.of(
                        "a curve not allowed",
                        signed(new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("ec-1"), p384, all)),
                Named.of("a key of another's", signed(PROVIDER.header(), strange, all)),
                Named.of(
                        "a kid of a key of another kind",
                        signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ec-1"), PROVIDER.rsa, all)),
                Named.of(
                        "an unknown kid",
                        signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-9"), unknown, all)),
                Named.of("a key in the header", signed(PROVIDER.header().jwk(strange.toPublicJWK()), strange, all)),
                Named.of(
                        "a certificate in the header",
                        signed(PROVIDER.header().x509CertChain(List.of(Base64.encode("x"))), strange, all)),
                Named.of("signatures of noughts", noughts(all.build())),
                Named.of("a changed payload", changed(good)),
                Named.of("no signature", good.substring(0, good.lastIndexOf('.') + 1)),
                Named.of(
                        "a crit header",
                        signed(PROVIDER.header().criticalParams(Set.of("x")).customParam("x", 1), PROVIDER.rsa, all)),
                Named.of("a logout token", signed(PROVIDER.header("logout+jwt"), PROVIDER.rsa, all)),
                Named.of("another type", signed(PROVIDER.header("dpop+jwt"), PROVIDER.rsa, all)),
                Named.of(
                        "another issuer",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().issuer("http://127.0.0.1:1"))),
                Named.of(
                        "an issuer in another writing",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().issuer(PROVIDER.address() + "/"))),
                Named.of(
                        "no issuer",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().issuer(null))),
                Named.of(
                        "another audience",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().audience("billing"))),
                Named.of(
                        "no audience",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().audience((String) null))),
                Named.of(
                        "expired",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator()
                                        .issueTime(Date.from(now.minusSeconds(600)))
                                        .expirationTime(Date.from(now.minusSeconds(31))))),
                Named.of(
                        "without an end",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().expirationTime(null))),
                Named.of(
                        "not valid yet",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().notBeforeTime(Date.from(now.plusSeconds(60))))),
                Named.of(
                        "an end that is no time",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().claim("exp", "tomorrow"))),
                Named.of(
                        "nobody's",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().subject(null))),
                Named.of(
                        "nobody's whom a log could name",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().subject("a\nb"))),
                Named.of(
                        "somebody's without an end",
                        signed(
                                PROVIDER.header(),
                                PROVIDER.rsa,
                                PROVIDER.operator().subject("s".repeat(256)))),
                Named.of("garbage", "garbage"),
                Named.of("dots", "..."),
                Named.of("much garbage", "eyJ" + "x".repeat(12_000) + ".y.z"),
                Named.of(
                        "no JSON",
                        Base64URL.encode("{\"alg\":\"RS256\"") + "." + Base64URL.encode("{") + "."
                                + Base64URL.encode("x")));
    }

    private static String signedWithThePublicKeyAsSecret(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims);
        token.sign(new MACSigner(PROVIDER.rsa.toRSAKey().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String noughts(JWTClaimsSet claims) throws JOSEException {
        String token = signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-1"), PROVIDER.ec, new JWTClaimsSet.Builder(claims));
        return token.substring(0, token.lastIndexOf('.') + 1) + Base64URL.encode(new byte[64]);
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.", 3);
        return parts[0] + "."
                + Base64URL.encode(PROVIDER.operator().subject("root").build().toString()) + "." + parts[2];
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void doesNotBelieve(String token) {
        Answer answer = get(token, "/v1/accounts/acme-1");

        answer.isProblem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).doesNotContain(token);
    }

    @Test
    void refusesATokenLongerThanAnyHeaderMayBe() {
        String token =
                signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.operator().claim("more", "x".repeat(75_000)));

        get(token, "/v1/accounts/acme-1").isProblem(400, "invalid-request");
    }

    @Test
    void fetchesNothingThatATokenPointsTo() throws IOException, GeneralSecurityException {
        JWK strange = IdentityProvider.rsa("rsa-1");
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(1);
            URI there = URI.create("http://127.0.0.1:" + trap.getLocalPort() + "/keys");

            get(signed(PROVIDER.header().jwkURL(there), strange, PROVIDER.operator()), "/v1/accounts/acme-1")
                    .is(401);
            get(signed(PROVIDER.header().x509CertURL(there), strange, PROVIDER.operator()), "/v1/accounts/acme-1")
                    .is(401);
            get(signed(PROVIDER.header(), strange, PROVIDER.operator().issuer(there.toString())), "/v1/accounts/acme-1")
                    .is(401);

            assertThat(hasVisitor(trap)).isFalse();
        }
    }

    static boolean hasVisitor(ServerSocket trap) throws IOException {
        try {
            trap.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Test
    void takesNoTokenFromTheAddress() {
        String token = signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.operator());
        LedgerClient client = LEDGER.client();

        client.send(client.anonymous("/v1/accounts/acme-1?access_token=" + token))
                .isProblem(401, "unauthenticated");
        client.send(client.anonymous("/v1/accounts/acme-1?token=" + token)).isProblem(401, "unauthenticated");
        client.send(client.anonymous("/v1/accounts/acme-1")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .PUT(BodyPublishers.ofString("access_token=" + token)))
                .isProblem(401, "unauthenticated");
    }

    // --- the issuer

    @Test
    void learnsOfANewKeyAndForgetsTheOldOne() {
        String before = signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.operator());
        get(before, "/v1/accounts/acme-1").is(200);
        JWK next = IdentityProvider.rsa("rsa-2");
        PROVIDER.publish(next);

        String after = signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-2"), next, PROVIDER.operator());
        get(after, "/v1/accounts/acme-1").is(200);
        get(before, "/v1/accounts/acme-1").isProblem(401, "unauthenticated");
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheIssuerIsAway() {
        String known = signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.operator());
        String unknown = signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-3"),
                IdentityProvider.rsa("rsa-3"),
                PROVIDER.operator());
        get(known, "/v1/accounts/acme-1").is(200);

        PROVIDER.goDown();
        get(known, "/v1/accounts/acme-1").is(200);
        get(unknown, "/v1/accounts/acme-1").isProblem(503, "unavailable");
        get("garbage", "/v1/accounts/acme-1").isProblem(401, "unauthenticated");
        LEDGER.client().get("/v1/accounts/acme-1").is(200);

        PROVIDER.recover();
        get(unknown, "/v1/accounts/acme-1").isProblem(401, "unauthenticated");
    }

    @Test
    void neverHangsOnAnIssuerThatDoesNotAnswer() {
        String known = signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.operator());
        String unknown = signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-3"),
                IdentityProvider.rsa("rsa-3"),
                PROVIDER.operator());
        get(known, "/v1/accounts/acme-1").is(200);

        PROVIDER.fallSilent();
        get(known, "/v1/accounts/acme-1").is(200);
        get(unknown, "/v1/accounts/acme-1").isProblem(503, "unavailable");
    }

    // --- the log

    @Test
    void writesNoTokenIntoTheLogHoweverMuchIsLogged() {
        String good = signed(PROVIDER.header(), PROVIDER.rsa, PROVIDER.operator());
        String bad = signed(PROVIDER.header(), IdentityProvider.rsa("rsa-1"), PROVIDER.operator());
        Queue<String> lines = everythingLoggedDuring(() -> {
            get(good, "/v1/accounts/acme-1").is(200);
            get(bad, "/v1/accounts/acme-1").is(401);
            get("secret-garbage.with.dots", "/v1/accounts/acme-1").is(401);
        });

        assertThat(lines).anyMatch(line -> line.contains("/v1/accounts/acme-1"));
        for (String secret : List.of(good, bad, "secret-garbage")) {
            // Less than a whole one is too much as well.
            String part = secret.substring(Math.max(0, secret.length() - 100));
            assertThat(lines).noneMatch(line -> line.contains(part));
        }
    }

    private static Queue<String> everythingLoggedDuring(Runnable requests) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> keeper = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String failure =
                        event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
                lines.add(event.getFormattedMessage() + " " + failure);
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        keeper.setContext(root.getLoggerContext());
        keeper.start();
        root.addAppender(keeper);
        root.setLevel(Level.TRACE);
        try {
            requests.run();
        } finally {
            root.setLevel(before);
            root.detachAppender(keeper);
        }
        return lines;
    }

    private static Answer get(String token, String path) {
        LedgerClient client = LEDGER.client();
        return client.send(client.anonymous(path).header("Authorization", "Bearer " + token));
    }

    private static Answer grant(String token, String account) {
        LedgerClient client = LEDGER.client();
        return client.send(client.anonymous("/v1/accounts/" + account + "/grants")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(GRANT)));
    }
}
