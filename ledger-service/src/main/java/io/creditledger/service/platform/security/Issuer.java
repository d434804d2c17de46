package io.creditledger.service.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The identity provider: asked for its public keys, and for nothing else. Where to ask is configured, no token says it. */
final class Issuer {

    private static final int MAX_ANSWER_BYTES = 512 * 1024;
    private static final String METADATA = "/.well-known/openid-configuration";

    private final String name;
    private final URI address;
    private final @Nullable URI keysAddress;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * An issuer that is not asked yet.
     *
     * @param name as tokens say it
     * @param keysAddress null to ask the issuer for it
     * @param timeout of each question, from its beginning to the end of its answer
     */
    Issuer(String name, URI address, @Nullable URI keysAddress, Duration timeout) {
        this.name = name;
        this.address = address;
        this.keysAddress = keysAddress;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The address of something to ask.
     *
     * @throws IllegalStateException if others could answer in its place: it is not https, and not on this machine
     */
    static URI safe(String setting, String address) {
        URI uri = URI.create(address);
        boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isThisMachine(uri));
        if (!safe || uri.getHost() == null) {
            throw new IllegalStateException(setting + " has to be an https address");
        }
        return uri;
    }

    private static boolean isThisMachine(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** Takes twice the timeout at the most. */
    JWKSet keys() throws IOException, InterruptedException {
        try {
            return JWKSet.parse(get(keysAddress == null ? publishedAddress() : keysAddress));
        } catch (ParseException malformed) {
            throw new IOException("the issuer's keys are not well-formed", malformed);
        }
    }

    private URI publishedAddress() throws IOException, InterruptedException {
        JsonNode metadata = json(get(URI.create(withoutSlash(address.toString()) + METADATA)));
        if (!metadata.path("issuer").asString("").equals(name)) {
            throw new IOException("whoever answers in the issuer's place says that it is another one");
        }
        try {
            return safe("the issuer's jwks_uri", metadata.path("jwks_uri").asString(""));
        } catch (IllegalArgumentException | IllegalStateException unsafe) {
            throw new IOException(unsafe.getMessage(), unsafe);
        }
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException malformed) {
            throw new IOException("the issuer's metadata are not well-formed", malformed);
        }
    }

    private String get(URI from) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(from)
                .header("Accept", "application/json")
                .timeout(timeout)
                .build();
        // The request's own timeout ends with the first byte of the answer; a body may drip for ever.
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        try {
            HttpResponse<String> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("the issuer answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException slow) {
            throw new IOException("the issuer did not answer in time", slow);
        } catch (ExecutionException failed) {
            throw new IOException("the issuer can't be asked: " + failed.getCause(), failed);
        } finally {
            answer.cancel(true);
        }
    }
}
