package io.creditledger.service.account;

import io.creditledger.api.IdempotencyKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last requests the account decided, by key. Repeats mostly come soon, and above all before the first is stored; older keys
 * are the event store's business, which never forgets one.
 *
 * <p>Kept as digests in one array. As texts they would be most of what an account takes of memory, and nearly all that a garbage
 * collector has to copy of it, for each request anew.
 */
final class RecentRequests {

    static final int CAPACITY = 32;

    private static final int FIRST_CAPACITY = 4;
    private static final int FINGERPRINT = 2;
    private static final int REVISION = 4;
    private static final int LENGTH = 5;

    /** Of each request the digest of its key, that of its fingerprint, and the revision of its fact. */
    private long[] decided = {};

    /** How many there were, of which the last ones are kept, each where the one was that it took the place of. */
    private long all;

    /** The same requests once more. */
    RecentRequests copy() {
        RecentRequests copy = new RecentRequests();
        copy.decided = decided.clone();
        copy.all = all;
        return copy;
    }

    @Nullable
    Decided find(IdempotencyKey key) {
        int place = placeOf(Digest.of(key.value()));
        return place < 0 ? null : new Decided(digestAt(place + FINGERPRINT), decided[place + REVISION]);
    }

    void remember(String key, String fingerprint, long revision) {
        Digest keyDigest = Digest.of(key);
        int known = placeOf(keyDigest);
        int place = known < 0 ? nextPlace() : known;
        put(place, keyDigest);
        put(place + FINGERPRINT, Digest.read(fingerprint));
        decided[place + REVISION] = revision;
    }

    private int placeOf(Digest key) {
        int end = Math.toIntExact(Math.min(all, CAPACITY)) * LENGTH;
        for (int place = 0; place < end; place += LENGTH) {
            if (decided[place] == key.first() && decided[place + 1] == key.second()) {
                return place;
            }
        }
        return -1;
    }

    private int nextPlace() {
        int place = Math.floorMod(all++, CAPACITY) * LENGTH;
        if (place == decided.length) {
            decided = Arrays.copyOf(decided, Math.max(2 * decided.length, FIRST_CAPACITY * LENGTH));
        }
        return place;
    }

    private Digest digestAt(int place) {
        return new Digest(decided[place], decided[place + 1]);
    }

    private void put(int place, Digest digest) {
        decided[place] = digest.first();
        decided[place + 1] = digest.second();
    }

    /**
     * A request that made a fact.
     *
     * @param revision of the fact
     */
    record Decided(Digest fingerprint, long revision) {

        /** Whether it is what the request asked for. */
        boolean isOf(String fingerprint) {
            return this.fingerprint.equals(Digest.read(fingerprint));
        }
    }

    /** 128 bits that stand for a text. */
    private record Digest(long first, long second) {

        /** The first of its SHA-256: nobody can find two texts with the same ones. */
        static Digest of(String text) {
            return first(RequestFingerprint.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** A fingerprint is a digest already, of 16 characters. */
        static Digest read(String fingerprint) {
            return first(Arrays.copyOf(fingerprint.getBytes(StandardCharsets.US_ASCII), 2 * Long.BYTES));
        }

        private static Digest first(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new Digest(buffer.getLong(), buffer.getLong());
        }
    }
}
