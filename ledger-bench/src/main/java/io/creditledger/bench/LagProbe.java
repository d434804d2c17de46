package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.axonframework.messaging.responsetypes.ResponseTypes;

/**
 * How far the read models are behind, as a reader sees it: consumes a credit now and then, at a fixed rate, and measures how long
 * after the acknowledgement the balance shows it. A slow answer doesn't delay the next probe.
 */
final class LagProbe implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    private static final int DIGITS = 3;

    private final Ledger ledger;
    private final Consumer consumer;
    private final Acknowledgements acknowledgements;
    private final Histogram lag = new ConcurrentHistogram(DIGITS);
    private final LongAdder lost = new LongAdder();
    private final Phaser underWay = new Phaser(1);
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> ticks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private LagProbe(Ledger ledger, List<AccountId> accounts, Acknowledgements acknowledgements, String phase) {
        this.ledger = ledger;
        this.acknowledgements = acknowledgements;
        this.consumer = new Consumer(ledger, accounts, acknowledgements, phase + "-probe", 0);
        this.ticks = schedule.scheduleAtFixedRate(this::begin, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    static LagProbe start(Ledger ledger, List<AccountId> accounts, Acknowledgements acknowledgements, String phase) {
        return new LagProbe(ledger, accounts, acknowledgements, phase);
    }

    private void begin() {
        ConsumeCredits command = Consumer.consumption(consumer.next(), consumer.key());
        underWay.register();
        threads.execute(() -> probe(command));
    }

    private void probe(ConsumeCredits command) {
        try {
            Recorded recorded = ledger.send(command);
            acknowledgements.recorded(command.accountId(), command.idempotencyKey());
            long acknowledged = System.nanoTime();
            awaitVisible(command.accountId(), recorded.revision(), acknowledged + PATIENCE.toNanos());
            lag.recordValue(System.nanoTime() - acknowledged);
        } catch (Exception failure) {
            acknowledgements.unclear(command.accountId(), command.idempotencyKey());
            lost.increment();
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    private void awaitVisible(AccountId account, long revision, long deadline) throws Exception {
        while (shownRevision(account) < revision) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the balance of " + account + " never showed revision " + revision);
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
    }

    private long shownRevision(AccountId account) throws Exception {
        return ledger.ask(new FindBalance(account, null), ResponseTypes.optionalInstanceOf(BalanceView.class))
                .map(BalanceView::revision)
                .orElse(-1L);
    }

    /** Begins no more probes and waits until every one that was begun has been seen, or given up. */
    List<Figure> finish() {
        ticks.cancel(false);
        long stopped = System.nanoTime();
        underWay.arriveAndAwaitAdvance();
        double untilCaughtUp = (double) (System.nanoTime() - stopped) / TimeUnit.SECONDS.toNanos(1);
        return List.of(
                Figure.whole("lagP50Millis", "read model lag p50", Measured.millis(lag.getValueAtPercentile(50)), "ms"),
                Figure.whole("lagP99Millis", "read model lag p99", Measured.millis(lag.getValueAtPercentile(99)), "ms"),
                Figure.whole("lagMaxMillis", "read model lag max", Measured.millis(lag.getMaxValue()), "ms"),
                Figure.fine("caughtUpSeconds", "until the balances caught up after the load", untilCaughtUp, "s"),
                Figure.count("lostProbes", "probes that never became visible", lost.sum()));
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        threads.close();
    }
}
