package io.creditledger.simulator.webhooks;

import java.time.Duration;
import java.util.List;

/** How long to wait before an event is sent again: shortly at first, since somebody is watching; then as Stripe does. */
final class Backoff {

    static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private static final List<Duration> FIRST = List.of(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(1));
    private static final Duration THEN = Duration.ofHours(6);

    private Backoff() {}

    static Duration afterAttempt(long attempts) {
        return attempts <= FIRST.size() ? FIRST.get((int) attempts - 1) : THEN;
    }
}
