package io.creditledger.service.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The keys of services and people: made, listed, rotated, revoked. */
public final class ApiKeys {

    /** All of them are kept at hand, so there is an end to them. */
    public static final int MAX_KEYS = 10_000;

    private static final String FIRST_KEY = "first admin key";
    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApiKeyTable table;
    private final KnownKeys known;
    private final Clock clock;

    ApiKeys(ApiKeyTable table, KnownKeys known, Clock clock) {
        this.table = table;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Makes the first key if there is none and none is configured.
     *
     * @param announcement told the key, once: nobody can ask for it later
     */
    void makeFirst(Consumer<String> announcement) {
        if (!known.hasConfigured() && table.count() == 0) {
            NewApiKey first = new NewApiKey(FIRST_KEY, Role.OPERATOR.scopes(), List.of(), null);
            announcement.accept(create(first, "ledger").secret());
        }
    }

    /**
     * Makes a key.
     *
     * @param actor who wants it
     * @throws AccessRefusedException if there are too many
     */
    public IssuedApiKey create(NewApiKey wanted, String actor) {
        if (table.count() >= MAX_KEYS) {
            throw new AccessRefusedException(
                    "there are " + MAX_KEYS + " keys, revoked ones included, and may be no more");
        }
        String keyId = newId();
        Secret secret = Secret.random(Secret.KEY_PREFIX);
        table.insert(keyId, wanted, secret.hash(), actor, now());
        return issued(keyId, secret);
    }

    private static String newId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return "key_" + HexFormat.of().formatHex(random);
    }

    private IssuedApiKey issued(String keyId, Secret secret) {
        known.refresh();
        return new IssuedApiKey(table.find(keyId).orElseThrow(), secret.reveal());
    }

    public Optional<ApiKey> find(String keyId) {
        return table.find(keyId);
    }

    /**
     * Part of the keys, revoked ones included.
     *
     * @param after the id of the last key of the part before; empty for the first part
     */
    public List<ApiKey> page(String after, int limit) {
        return table.page(after, limit);
    }

    /**
     * Gives a key another secret. The one before stays valid for a while, so that whoever uses it has time to change. A second
     * rotation meanwhile replaces the new secret and leaves the old one its time.
     *
     * @param overlap how long both are valid
     * @return the key with its new secret; nothing if there is no valid key of that id
     */
    public Optional<IssuedApiKey> rotate(String keyId, Duration overlap) {
        Secret secret = Secret.random(Secret.KEY_PREFIX);
        Instant now = now();
        return table.rotate(keyId, secret.hash(), now, now.plus(overlap))
                ? Optional.of(issued(keyId, secret))
                : Optional.empty();
    }

    /**
     * Ends the time of the secret before the last rotation.
     *
     * @return the key; nothing if there is no valid key of that id
     */
    public Optional<ApiKey> endRotation(String keyId) {
        boolean ended = table.endRotation(keyId);
        known.refresh();
        return ended ? table.find(keyId) : Optional.empty();
    }

    /**
     * Ends a key at once and for good. A key revoked before stays as it was.
     *
     * @param actor who wants it
     * @return whether there is such a key
     * @throws AccessRefusedException if nobody could make a key any more afterwards
     */
    public boolean revoke(String keyId, String actor) {
        Optional<ApiKey> key = table.find(keyId);
        if (key.isEmpty() || key.get().revokedAt() != null) {
            return key.isPresent();
        }
        if (!known.hasConfigured() && isLastAdministrator(key.get())) {
            throw new AccessRefusedException("it is the only key left with which keys can be made");
        }
        table.revoke(keyId, actor, now());
        known.refresh();
        return true;
    }

    private boolean isLastAdministrator(ApiKey key) {
        return table.administrators(now()).equals(Set.of(key.keyId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
