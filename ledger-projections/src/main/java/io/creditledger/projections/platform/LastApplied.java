package io.creditledger.projections.platform;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** When the fact came about that a group applied last, for telling its delay. */
final class LastApplied {

    private final AtomicReference<@Nullable Instant> moment = new AtomicReference<>();

    void is(Instant occurredAt) {
        moment.set(occurredAt);
    }

    @Nullable
    Instant moment() {
        return moment.get();
    }
}
