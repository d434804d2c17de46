package io.creditledger.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All keys, at hand: a request costs no question to the database, and a wrong key no more than a right one. What other processes
 * change is known within a second; while the database is away, what was known before holds.
 */
final class KnownKeys {

    private static final Logger LOG = LoggerFactory.getLogger(KnownKeys.class);

    private final ApiKeyTable table;
    private final Clock clock;
    private final @Nullable Configured configured;
    private final Map<String, Instant> lastUses = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(-1, Map.of());

    /** The key that the operator configured, which no table knows. */
    record Configured(Secret.Hash hash, Caller caller) {}

    private record Snapshot(long version, Map<Secret.Hash, KnownKey> keys) {}

    KnownKeys(ApiKeyTable table, Clock clock, @Nullable String configuredKey) {
        this.table = table;
        this.clock = clock;
        this.configured = configuredKey == null ? null : configured(configuredKey);
    }

    private static Configured configured(String key) {
        return new Configured(
                Secret.Hash.of(key),
                new Caller(Caller.Kind.CONFIGURED, "LEDGER_API_KEY", Role.OPERATOR.scopes(), Reach.everything(), null));
    }

    boolean hasConfigured() {
        return configured != null;
    }

    Optional<Caller> find(String secret) {
        Secret.Hash hash = Secret.Hash.of(secret);
        KnownKey known = snapshot.keys().get(hash);
        if (configured != null && configured.hash().equals(hash)) {
            return Optional.of(configured.caller());
        }
        Instant now = clock.instant();
        if (known == null || !known.isValidAt(now)) {
            return Optional.empty();
        }
        lastUses.put(known.keyId(), now);
        return Optional.of(known.caller());
    }

    /** Whether the key still has a valid secret. */
    boolean isValid(String keyId) {
        Instant now = clock.instant();
        return snapshot.keys().values().stream().anyMatch(known -> known.keyId().equals(keyId) && known.isValidAt(now));
    }

    /** Reads the keys anew if anything about them has changed. */
    void refresh() {
        long version = table.version();
        if (version != snapshot.version()) {
            snapshot = new Snapshot(
                    version, table.known().stream().collect(Collectors.toMap(KnownKey::hash, Function.identity())));
        }
    }

    void refreshIfPossible() {
        try {
            refresh();
        } catch (RuntimeException unreachable) {
            LOG.warn("The keys could not be read anew: {}", unreachable.toString());
        }
    }

    void storeLastUses() {
        Map<String, Instant> uses = new HashMap<>(lastUses);
        if (uses.isEmpty()) {
            return;
        }
        try {
            table.used(uses);
            uses.forEach(lastUses::remove);
        } catch (RuntimeException unreachable) {
            // They stay, and are stored with the next ones.
            LOG.warn("The last uses of keys could not be stored: {}", unreachable.toString());
        }
    }
}
