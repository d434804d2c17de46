package io.creditledger.projections.platform;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.QueryRejection.ProjectionBehind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a reader wait for the revision it knows of: its own write, most often. Batches of this process wake readers as soon as
 * they are committed; what other processes commit is found by looking again every so often.
 */
public final class Freshness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final long NOTHING = -1;

    private final ConcurrentMap<Place, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

    private record Place(String group, String accountId) {}

    /**
     * Reads until what is read has reached a revision.
     *
     * @param demanded the revision the reader demands; null when it takes what there is
     * @param read the read; empty while the read model knows nothing of the account
     * @param revision the revision that something read shows
     * @return what was read last
     * @throws QueryExecutionException with {@link ProjectionBehind} when two seconds were not enough
     */
    public <T> Optional<T> await(
            Projection projection,
            AccountId account,
            @Nullable Long demanded,
            Supplier<Optional<T>> read,
            ToLongFunction<T> revision) {
        Optional<T> found = read.get();
        if (demanded == null || reached(found, revision) >= demanded) {
            return found;
        }
        return awaitCommit(new Place(projection.group(), account.value()), demanded, read, revision);
    }

    private <T> Optional<T> awaitCommit(
            Place place, long demanded, Supplier<Optional<T>> read, ToLongFunction<T> revision) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            CompletableFuture<Boolean> commit = waiting.computeIfAbsent(place, _ -> new CompletableFuture<>());
            // Read after registering: a commit in between is either seen by the read or wakes the wait.
            Optional<T> found = readOrForget(place, commit, read);
            long reached = reached(found, revision);
            if (reached >= demanded) {
                waiting.remove(place, commit);
                return found;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                waiting.remove(place, commit);
                throw behind(place, demanded, reached);
            }
            await(place, commit, Math.min(left, LOOK_AGAIN.toNanos()));
        }
    }

    /** Whoever can't read doesn't wait either: nobody may ever come to take what was registered away. */
    private <T> Optional<T> readOrForget(Place place, CompletableFuture<Boolean> commit, Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (RuntimeException unreadable) {
            waiting.remove(place, commit);
            throw unreadable;
        }
    }

    private void await(Place place, CompletableFuture<Boolean> commit, long nanos) {
        try {
            commit.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // Look again.
        } catch (InterruptedException interrupted) {
            waiting.remove(place, commit);
            Thread.currentThread().interrupt();
            throw new QueryExecutionException("interrupted while waiting for a revision", interrupted);
        }
    }

    private static <T> long reached(Optional<T> found, ToLongFunction<T> revision) {
        return found.isEmpty() ? NOTHING : revision.applyAsLong(found.get());
    }

    private static QueryExecutionException behind(Place place, long demanded, long reached) {
        return new QueryExecutionException(
                "the read model " + place.group() + " has not reached revision " + demanded,
                null,
                new ProjectionBehind(place.accountId(), demanded, reached));
    }

    /** Wakes those who wait for an account: a batch with facts of it was committed. */
    void committed(String group, Iterable<String> accounts) {
        if (waiting.isEmpty()) {
            return;
        }
        for (String account : accounts) {
            CompletableFuture<Boolean> commit = waiting.remove(new Place(group, account));
            if (commit != null) {
                commit.complete(true);
            }
        }
    }
}
