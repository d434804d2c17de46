package io.creditledger.service.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.util.Objects;

/** One limit, counted for each of those that it limits. However many there are, no more than so many are remembered. */
final class Counted {

    private final Limit limit;
    private final String policy;
    private final Cache<String, Bucket> buckets;

    Counted(Limit limit, long remembered) {
        this.limit = limit;
        this.policy = limit.isOff() ? "" : RateHeaders.policy(limit);
        this.buckets = Caffeine.newBuilder().maximumSize(remembered).build();
    }

    /** Takes one for a request, if there is one. */
    Standing take(String whose) {
        if (limit.isOff()) {
            return Standing.UNLIMITED;
        }
        return standing(bucketOf(whose).tryConsumeAndReturnRemaining(1));
    }

    /**
     * Takes many at once. More than there can ever be are owed: who asks so has to have all there is, and waits the longer
     * afterwards.
     */
    Standing take(String whose, long units) {
        if (limit.isOff()) {
            return Standing.UNLIMITED;
        }
        Bucket bucket = bucketOf(whose);
        // One is taken already by the request itself.
        long atOnce = Math.min(units, Math.max(1, limit.burst() - 1));
        ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(atOnce);
        if (taken.isConsumed() && units > atOnce) {
            bucket.consumeIgnoringRateLimits(units - atOnce);
            return new Standing(limit, policy, true, 0, 0);
        }
        return standing(taken);
    }

    private Standing standing(ConsumptionProbe taken) {
        return new Standing(
                limit, policy, taken.isConsumed(), taken.getRemainingTokens(), taken.getNanosToWaitForRefill());
    }

    /** Whether there is none left. */
    boolean isSpent(String whose) {
        if (limit.isOff()) {
            return false;
        }
        Bucket known = buckets.getIfPresent(whose);
        return known != null && known.getAvailableTokens() < 1;
    }

    private Bucket bucketOf(String whose) {
        return Objects.requireNonNull(buckets.get(whose, _ -> newBucket()));
    }

    private Bucket newBucket() {
        // Not the clock on the wall, which may be set.
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.rate(), RateHeaders.SECOND))
                .withNanosecondPrecision()
                .withSynchronizationStrategy(SynchronizationStrategy.LOCK_FREE)
                .build();
    }
}
