package io.creditledger.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of customers at the dashboard: each for one account and for a short time. What is known of a token is kept for two
 * seconds, so that long may a session live in another process that was revoked in this one.
 */
public final class DashboardSessions {

    private static final Logger LOG = LoggerFactory.getLogger(DashboardSessions.class);

    /** How many an account may have at once; one more ends the oldest. */
    public static final int MAX_PER_ACCOUNT = 100;

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int REMEMBERED_TOKENS = 10_000;
    private static final int LOOKUPS_AT_ONCE = 8;
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(30);
    private static final int ID_BYTES = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DashboardSessionTable table;
    private final Clock clock;
    private final Cache<Secret.Hash, Optional<DashboardSession>> recent = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_TOKENS)
            .expireAfterWrite(REMEMBERED)
            .build();

    // A flood of made-up tokens waits here, and not for all the connections there are.
    private final Semaphore lookups = new Semaphore(LOOKUPS_AT_ONCE);

    DashboardSessions(DashboardSessionTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @param actor who wants it
     */
    public IssuedDashboardSession open(String accountId, Duration validFor, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Secret token = Secret.random(Secret.SESSION_PREFIX);
        DashboardSession session = new DashboardSession(newId(), accountId, now, actor, now.plus(validFor));
        table.insert(session, token.hash());
        table.keepNewest(accountId, MAX_PER_ACCOUNT, now);
        return new IssuedDashboardSession(session, token.reveal());
    }

    private static String newId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return "dse_" + HexFormat.of().formatHex(random);
    }

    /** The valid sessions of an account, the newest first. */
    public List<DashboardSession> of(String accountId) {
        return table.of(accountId, clock.instant());
    }

    /** Ends a session, and says whether the account has such a one; ending it again changes nothing. */
    public boolean revoke(String accountId, String sessionId) {
        boolean found = table.revoke(accountId, sessionId, clock.instant());
        recent.invalidateAll();
        return found;
    }

    /** Whether this looks like the token of a session. */
    public static boolean isToken(String secret) {
        return secret.startsWith(Secret.SESSION_PREFIX);
    }

    /**
     * Who sends this token.
     *
     * @throws AccessUnavailableException if it can't be looked up now
     */
    Optional<Caller> find(String token) {
        Secret.Hash hash = Secret.Hash.of(token);
        Optional<DashboardSession> known = recent.getIfPresent(hash);
        if (known == null) {
            known = lookUp(hash);
            recent.put(hash, known);
        }
        Instant now = clock.instant();
        return known.filter(session -> now.isBefore(session.expiresAt())).map(DashboardSession::caller);
    }

    private Optional<DashboardSession> lookUp(Secret.Hash hash) {
        boolean admitted = false;
        try {
            admitted = lookups.tryAcquire(1, TimeUnit.SECONDS);
            if (!admitted) {
                throw new AccessUnavailableException("too many sessions are being looked up");
            }
            return table.find(hash, clock.instant());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AccessUnavailableException("the ledger is stopping");
        } finally {
            if (admitted) {
                lookups.release();
            }
        }
    }

    boolean isValid(String sessionId) {
        return table.isValid(sessionId, clock.instant());
    }

    /** What ended long ago is forgotten. */
    void tidyIfPossible() {
        try {
            table.deleteExpiredBefore(clock.instant().minus(KEPT_AFTER_EXPIRY));
        } catch (RuntimeException unreachable) {
            LOG.warn("Sessions that ended could not be deleted: {}", unreachable.toString());
        }
    }
}
