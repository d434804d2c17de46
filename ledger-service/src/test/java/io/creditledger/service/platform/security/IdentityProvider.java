package io.creditledger.service.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An identity provider on this machine: says where its keys are, shows them, and signs what a test wants signed. */
final class IdentityProvider implements AfterAllCallback {

    static final String AUDIENCE = "credit-ledger";
    static final long VALID_SECONDS = 300;

    final JWK rsa = rsa("rsa-1");
    final JWK ec = ec("ec-1");
    final AtomicInteger questions = new AtomicInteger();

    private final HttpServer server;
    private volatile List<JWK> published = List.of(rsa, ec);
    private volatile boolean down;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    private IdentityProvider(HttpServer server) {
        this.server = server;
    }

    static IdentityProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            IdentityProvider provider = new IdentityProvider(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", provider::answer);
            server.start();
            return provider;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static JWK rsa(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JWK ec(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            silence.await();
            byte[] body = body(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(down ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(String path) {
        return path.equals("/.well-known/openid-configuration")
                ? "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + address() + "/keys\"}"
                : new JWKSet(published).toPublicJWKSet().toString();
    }

    void publish(JWK... keys) {
        published = List.of(keys);
    }

    void goDown() {
        down = true;
    }

    /** Takes questions, and answers none. */
    void fallSilent() {
        silence = new CountDownLatch(1);
    }

    /** As it was at first. */
    void recover() {
        down = false;
        silence.countDown();
        published = List.of(rsa, ec);
    }

    /** What a good token says, to which a test may add. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(AUDIENCE)
                .subject("service-7")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(VALID_SECONDS)));
    }

    /** The claims of one that may do all. */
    JWTClaimsSet.Builder operator() {
        return claims().claim("roles", "operator").claim("accounts", "*");
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(rsa.getKeyID()), rsa, claims);
    }

    static String signed(JWSHeader.Builder header, JWK key, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(header.build(), claims.build());
            token.sign(new DefaultJWSSignerFactory()
                    .createJWSSigner(key, header.build().getAlgorithm()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(rsa.getKeyID());
    }

    JWSHeader.Builder header(String type) {
        return header().type(new JOSEObjectType(type));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        recover();
        server.stop(0);
    }
}
