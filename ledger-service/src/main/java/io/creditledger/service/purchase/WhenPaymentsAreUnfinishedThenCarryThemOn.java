package io.creditledger.service.purchase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.commands.CheckAutoTopUp;
import io.creditledger.api.purchase.queries.FindUnfinishedPayments;
import io.creditledger.api.purchase.queries.UnfinishedPayment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes what a crash, a lost message or a closed browser left open: looks at everything unfinished, the longer it lasts the
 * seldomer. If no news of the payment provider ever came, every paid purchase would be credited by this alone. Twice, or on two
 * nodes, does no harm.
 */
public final class WhenPaymentsAreUnfinishedThenCarryThemOn {

    private static final Logger log = LoggerFactory.getLogger(WhenPaymentsAreUnfinishedThenCarryThemOn.class);

    private static final int AT_A_TIME = 200;

    /** What began so lately is gone through apart, so that what was left open long ago keeps nobody waiting. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private static final int REMEMBERED = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Whoever started it is most likely carrying it on right now. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private static final Duration LOOK_AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofHours(1);

    private final QueryGateway queries;
    private final LedgerCommands commands;
    private final Purchasing purchasing;
    private final Customers customers;
    private final ProviderCalls calls;
    private final PurchaseProperties properties;
    private final Clock clock;
    private final Walk recent = new Walk();
    private final Walk older = new Walk();
    private final Cache<UnfinishedPayment, Instant> lastLooks =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    WhenPaymentsAreUnfinishedThenCarryThemOn(
            QueryGateway queries,
            LedgerCommands commands,
            Purchasing purchasing,
            Customers customers,
            ProviderCalls calls,
            PurchaseProperties properties,
            Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.purchasing = purchasing;
        this.customers = customers;
        this.calls = calls;
        this.properties = properties;
        this.clock = clock;
    }

    /** One round: a page of what began lately, and a page of what did not. */
    public void round() {
        try {
            Instant now = clock.instant();
            look(recent, now.minus(RECENT), now.minus(FIRST_LOOK), now);
            look(older, Instant.EPOCH, now.minus(RECENT), now);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            log.warn("Unfinished payments could not be looked for, the next round tries again: {}", failure.toString());
        }
    }

    private void look(Walk walk, Instant from, Instant until, Instant now) throws Exception {
        List<UnfinishedPayment> page = queries.query(
                        new FindUnfinishedPayments(walk.from(from), until, AT_A_TIME),
                        ResponseTypes.multipleInstancesOf(UnfinishedPayment.class))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        page.forEach(unfinished -> lookIfDue(unfinished, now));
        walk.went(page);
    }

    /** Goes through what is unfinished a page a round, and at its end begins anew: however much there is, all of it has its turn. */
    private static final class Walk {

        private Instant place = Instant.EPOCH;

        private Instant from(Instant start) {
            return place.isBefore(start) ? start : place;
        }

        private void went(List<UnfinishedPayment> page) {
            if (page.size() < AT_A_TIME) {
                place = Instant.EPOCH;
                return;
            }
            Instant last = page.getLast().dueAt();
            boolean stands = last.equals(page.getFirst().dueAt());
            place = stands ? last.plus(1, ChronoUnit.MICROS) : last;
        }
    }

    private void lookIfDue(UnfinishedPayment unfinished, Instant now) {
        Instant last = lastLooks.getIfPresent(unfinished);
        if (last == null || !now.isBefore(last.plus(pauseAt(Duration.between(unfinished.dueAt(), now))))) {
            if (calls.offer(() -> look(unfinished))) {
                lastLooks.put(unfinished, now);
            }
        }
    }

    /** A fifth of its age: often at first, when most happens. */
    private static Duration pauseAt(Duration age) {
        Duration fifth = age.dividedBy(5);
        if (fifth.compareTo(LOOK_AT_MOST_EVERY) < 0) {
            return LOOK_AT_MOST_EVERY;
        }
        return fifth.compareTo(LOOK_AT_LEAST_EVERY) > 0 ? LOOK_AT_LEAST_EVERY : fifth;
    }

    private void look(UnfinishedPayment unfinished) {
        try {
            switch (unfinished.kind()) {
                case PURCHASE -> purchase(unfinished);
                case REFUND -> purchasing.carryOn(unfinished.accountId(), purchaseOf(unfinished));
                case CARD_REMOVAL -> customers.finishRemovals(unfinished.accountId());
                case AUTO_TOP_UP -> commands.send(new CheckAutoTopUp(unfinished.accountId()), Object.class);
            }
        } catch (RuntimeException failure) {
            // There is a next look: whatever it is stays unfinished until then.
            log.warn("{} is still unfinished: {}", unfinished, failure.toString());
        }
    }

    private void purchase(UnfinishedPayment unfinished) {
        PurchaseId purchase = purchaseOf(unfinished);
        if (unfinished.dueAt().plus(properties.cancelAfter()).isBefore(clock.instant())) {
            endIfOpen(unfinished, purchase);
        }
        purchasing.carryOn(unfinished.accountId(), purchase);
    }

    private void endIfOpen(UnfinishedPayment unfinished, PurchaseId purchase) {
        if (purchasing.inspect(unfinished.accountId(), purchase).status().isOpen()) {
            commands.send(new CancelPurchase(unfinished.accountId(), purchase, CancellationReason.STALE), Object.class);
        }
    }

    private static PurchaseId purchaseOf(UnfinishedPayment unfinished) {
        return new PurchaseId(Objects.requireNonNull(unfinished.purchaseId()));
    }
}
