package io.creditledger.service.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys, at hand. Tokens signed with known ones never wait for the issuer, which is asked beside them; a token
 * that names another key makes the ledger ask, but not again and again. While the issuer does not answer, what was known holds for
 * a time.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final int MIN_RSA_BITS = 2048;

    private final Questions issuer;
    private final TokenProperties properties;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Known known;
    private volatile @Nullable Attempt last;

    /** Whom to ask. */
    @FunctionalInterface
    interface Questions {
        JWKSet keys() throws IOException, InterruptedException;
    }

    private record Known(JWKSet keys, Instant readAt) {}

    /** The last question, and why it was in vain. */
    private record Attempt(Instant at, @Nullable String failure) {}

    IssuerKeys(Questions issuer, TokenProperties properties, Clock clock) {
        this.issuer = issuer;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The keys that a token may have been signed with; none if the issuer has no such key.
     *
     * @throws KeysUnknownException if the issuer does not tell
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Known at = knownWithin(properties.keysKept());
        List<JWK> found = at == null ? List.of() : selector.select(at.keys());
        if (found.isEmpty()) {
            return selector.select(askedNow().keys());
        }
        if (knownWithin(properties.keysFresh()) == null) {
            askBeside();
        }
        return found;
    }

    private @Nullable Known knownWithin(Duration age) {
        Known at = known;
        return at != null && clock.instant().isBefore(at.readAt().plus(age)) ? at : null;
    }

    private Known askedNow() throws KeysUnknownException {
        try {
            // Asking takes two questions at the most.
            if (!asking.tryLock(2 * properties.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new KeysUnknownException("the issuer is still being asked");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KeysUnknownException("the ledger is stopping");
        }
        try {
            askUnlessJustDone();
        } finally {
            asking.unlock();
        }
        return requireAnswered();
    }

    private Known requireAnswered() throws KeysUnknownException {
        Attempt attempt = last;
        Known answer = known;
        if (attempt == null || attempt.failure() != null || answer == null) {
            throw new KeysUnknownException(
                    attempt == null ? "the issuer was not asked" : String.valueOf(attempt.failure()));
        }
        return answer;
    }

    private void askUnlessJustDone() {
        Attempt attempt = last;
        if (attempt == null || !clock.instant().isBefore(attempt.at().plus(properties.pause()))) {
            last = new Attempt(clock.instant(), failureOfAsking());
        }
    }

    private @Nullable String failureOfAsking() {
        try {
            known = new Known(usable(issuer.keys()), clock.instant());
            return null;
        } catch (IOException failed) {
            LOG.warn("The issuer's keys could not be read: {}", failed.getMessage());
            return failed.getMessage();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "the ledger is stopping";
        }
    }

    /** A short key could be broken, and its owner's tokens forged. */
    private static JWKSet usable(JWKSet published) {
        return new JWKSet(published.getKeys().stream()
                .filter(key -> !key.getKeyType().equals(KeyType.RSA) || key.size() >= MIN_RSA_BITS)
                .toList());
    }

    private void askBeside() {
        if (refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("issuer-keys").start(() -> {
                asking.lock();
                try {
                    askUnlessJustDone();
                } finally {
                    asking.unlock();
                    refreshing.set(false);
                }
            });
        }
    }
}
