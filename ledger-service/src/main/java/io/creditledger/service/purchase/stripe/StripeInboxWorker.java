package io.creditledger.service.purchase.stripe;

import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentNews.Verdict;
import io.creditledger.service.purchase.stripe.StripeInbox.End;
import io.creditledger.service.purchase.stripe.StripeInbox.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into what is in the inbox: at once when it comes in, and again, ever more seldom, while that leads to nothing. */
final class StripeInboxWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StripeInboxWorker.class);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    /** Longer than Stripe's own list of events reaches back. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("stripe-inbox-", 0).factory());
    private final StripeInbox inbox;
    private final Function<PaymentNews, Verdict> newsroom;
    private final StripeMeters meters;
    private final Clock clock;
    private final Semaphore places;

    StripeInboxWorker(
            StripeInbox inbox, Function<PaymentNews, Verdict> newsroom, StripeMeters meters, Clock clock, int atATime) {
        this.inbox = inbox;
        this.newsroom = newsroom;
        this.meters = meters;
        this.clock = clock;
        this.places = new Semaphore(atATime);
    }

    /** Looks into what has just come in, if there is room; else the next round does. */
    void lookAtOnce(String eventId) {
        if (places.tryAcquire()) {
            inPlace(() -> inbox.claim(eventId).ifPresent(this::look));
        }
    }

    /** One round: what is due, as far as there is room. */
    void round() {
        int free = places.drainPermits();
        int taken = 0;
        try {
            for (Waiting event : free == 0 ? List.<Waiting>of() : inbox.claimDue(free)) {
                inPlace(() -> look(event));
                taken++;
            }
        } catch (RuntimeException failure) {
            log.warn("Nobody could look into the inbox, the next round tries again: {}", failure.toString());
        } finally {
            places.release(free - taken);
        }
    }

    private void inPlace(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                // Its lease ends, and then it is looked into again.
                log.warn("News of Stripe could not be looked into: {}", failure.toString());
            } finally {
                places.release();
            }
        });
    }

    private void look(Waiting event) {
        Verdict verdict;
        try {
            verdict = newsroom.apply(event.news());
        } catch (RuntimeException failure) {
            later(event, failure.toString());
            return;
        }
        switch (verdict) {
            case LEARNT, NOT_OURS -> inbox.end(event, End.PROCESSED, null);
            case UNKNOWN_YET -> later(event, "the ledger does not know whom it is about, at least not yet");
            case CONTRADICTED -> {
                log.error("Event {} of Stripe, {}, contradicts the ledger: set aside", event.eventId(), event.type());
                inbox.end(event, End.QUARANTINED, "it contradicts what the ledger knows; the log says in what");
            }
        }
    }

    private void later(Waiting event, String problem) {
        Instant next = clock.instant().plus(PAUSES.get(Math.min(event.attempt(), PAUSES.size()) - 1));
        if (next.isAfter(event.receivedAt().plus(GIVEN_UP_AFTER))) {
            log.error(
                    "Event {} of Stripe, {}, is given up after {} attempts: {}",
                    event.eventId(),
                    event.type(),
                    event.attempt(),
                    problem);
            inbox.end(event, End.DEAD, problem);
        } else {
            inbox.postpone(event, next, problem);
        }
    }

    /** Counts what waits, and forgets what is long done. */
    void tidy() {
        try {
            var counts = inbox.counts();
            meters.inboxHas(
                    counts.getOrDefault("received", 0L),
                    counts.getOrDefault("quarantined", 0L),
                    counts.getOrDefault("dead", 0L));
            inbox.prune(clock.instant().minus(KEPT));
        } catch (RuntimeException failure) {
            log.warn("The inbox could not be tidied, the next round tries again: {}", failure.toString());
        }
    }

    /** Lets looks end that have begun. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
