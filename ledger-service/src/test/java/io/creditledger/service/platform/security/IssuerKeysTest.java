package io.creditledger.service.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When the issuer is asked for its keys, and for how long its answer counts. */
class IssuerKeysTest {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AtomicInteger questions = new AtomicInteger();
    private final IssuerKeys keys = new IssuerKeys(this::answer, properties(), clock());
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private volatile boolean away;
    private volatile List<JWK> published = List.of(IdentityProvider.ec("one"));

    private Clock clock() {
        InstantSource settable = () -> now;
        return settable.withZone(ZoneOffset.UTC);
    }

    private static TokenProperties properties() {
        return new TokenProperties(
                "https://issuer.example",
                null,
                "ledger",
                List.of("ES256"),
                List.of("JWT"),
                false,
                "scope",
                "roles",
                "accounts",
                "sub",
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                FRESH,
                KEPT,
                PAUSE);
    }

    private JWKSet answer() throws IOException {
        questions.incrementAndGet();
        if (away) {
            throw new IOException("away");
        }
        return new JWKSet(published);
    }

    @Test
    void asksOnceForAKnownKey() throws KeySourceException {
        assertThat(find("one")).hasSize(1);
        assertThat(find("one")).hasSize(1);

        assertThat(questions).hasValue(1);
    }

    @Test
    void asksAgainForAnUnknownKeyButNotAgainAndAgain() throws Exception {
        find("one");
        now = now.plus(PAUSE);

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<JWK>>> found = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String unknown = "unknown-" + i;
                found.add(threads.submit(() -> find(unknown)));
            }
            for (Future<List<JWK>> each : found) {
                assertThat(each.get()).isEmpty();
            }
        }

        assertThat(questions).hasValue(2);
    }

    @Test
    void findsAKeyThatIsNew() throws KeySourceException {
        find("one");
        published = List.of(IdentityProvider.ec("two"));
        now = now.plus(PAUSE);

        assertThat(find("two")).hasSize(1);
        assertThat(find("one")).isEmpty();
    }

    @Test
    void looksAtTheKeysAnewFromTimeToTimeWhileItUsesThem() throws KeySourceException {
        find("one");
        published = List.of();
        now = now.plus(FRESH);

        assertThat(find("one")).hasSize(1);
        await().until(() -> questions.get() == 2);
        now = now.plus(PAUSE);
        await().until(() -> find("one").isEmpty());
    }

    @Test
    void believesWhatItKnewForAWhileWhenTheIssuerIsAway() throws KeySourceException {
        find("one");
        away = true;

        now = now.plus(KEPT).minusSeconds(1);
        assertThat(find("one")).hasSize(1);

        now = now.plus(PAUSE);
        assertThatThrownBy(() -> find("one")).isInstanceOf(KeysUnknownException.class);
    }

    @Test
    void doesNotKnowWhileTheIssuerIsAway() throws KeySourceException {
        away = true;
        assertThatThrownBy(() -> find("one")).isInstanceOf(KeysUnknownException.class);
        assertThatThrownBy(() -> find("one")).isInstanceOf(KeysUnknownException.class);
        assertThat(questions).hasValue(1);

        away = false;
        now = now.plus(PAUSE);
        assertThat(find("one")).hasSize(1);
    }

    @Test
    void believesNoKeyThatIsTooShort() throws JOSEException {
        published = List.of(
                new RSAKeyGenerator(1024, true).keyID("short").generate(),
                new RSAKeyGenerator(2048).keyID("long").generate());

        assertThat(find("short")).isEmpty();
        assertThat(find("long")).hasSize(1);
    }

    private List<JWK> find(String keyId) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(keyId).build()), null);
    }
}
