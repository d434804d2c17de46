package io.creditledger.bench;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.ConsumeCredits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.axonframework.common.caching.Cache;

/** Whether a consumption costs more on an account that has had many. */
record HistoryBenchmark() implements Benchmark {

    private static final int WARM_ROUNDS = 2_000;
    private static final int COLD_ROUNDS = 50;
    private static final int DIGITS = 3;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String question() {
        return "a consumption on an account with a long history, beside one on a new account";
    }

    @Override
    public String drive() {
        return "one at a time";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int events = settings.number(Settings.EVENTS, 100_000);
        List<AccountId> accounts = ledger.openAccounts(2);
        AccountId old = accounts.getFirst();
        AccountId young = accounts.getLast();
        build(ledger, acknowledgements, old, events);
        new Verification(ledger).awaitReadModels();

        Cache cache = ledger.part("accountCache", Cache.class);
        Pair warmUp = new Pair(ledger, acknowledgements, old, young, "warm-up");
        warmUp.run(WARM_ROUNDS, () -> {});
        Pair warm = new Pair(ledger, acknowledgements, old, young, "warm");
        warm.run(WARM_ROUNDS, () -> {});
        Pair cold = new Pair(ledger, acknowledgements, old, young, "cold");
        cold.run(COLD_ROUNDS, cache::removeAll);

        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.count("events", "events of the old account", events));
        figures.addAll(warm.figures("warm", "in memory"));
        figures.addAll(cold.figures("cold", "loaded anew"));
        return figures;
    }

    private static void build(Ledger ledger, Acknowledgements acknowledgements, AccountId account, int events)
            throws Exception {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(256, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> built = new ArrayList<>(events);
            for (int number = 0; number < events; number++) {
                Consumer consumer = new Consumer(ledger, List.of(account), acknowledgements, "history", number);
                built.add(threads.submit(consumer::once));
            }
            for (Future<Boolean> event : built) {
                if (!event.get()) {
                    throw new IllegalStateException("the history could not be built");
                }
            }
        }
    }

    /** The two accounts in turns, so that both meet the same weather. */
    private record Pair(
            Ledger ledger,
            Acknowledgements acknowledgements,
            AccountId old,
            AccountId young,
            String phase,
            Histogram ofOld,
            Histogram ofYoung) {

        Pair(Ledger ledger, Acknowledgements acknowledgements, AccountId old, AccountId young, String phase) {
            this(ledger, acknowledgements, old, young, phase, new Histogram(DIGITS), new Histogram(DIGITS));
        }

        void run(int rounds, Runnable before) throws InterruptedException {
            for (int round = 0; round < rounds; round++) {
                before.run();
                consume(old, round, ofOld);
                before.run();
                consume(young, round, ofYoung);
            }
        }

        private void consume(AccountId account, int round, Histogram latency) throws InterruptedException {
            ConsumeCredits command = Consumer.consumption(account, new IdempotencyKey(phase + "-" + round));
            long before = System.nanoTime();
            ledger.send(command);
            latency.recordValue(System.nanoTime() - before);
            acknowledgements.recorded(account, command.idempotencyKey());
        }

        List<Figure> figures(String name, String label) {
            double old = Measured.millis(ofOld.getValueAtPercentile(50));
            double young = Measured.millis(ofYoung.getValueAtPercentile(50));
            return List.of(
                    Figure.fine(name + "OldP50Millis", "old account, " + label + ": p50", old, "ms"),
                    Figure.fine(name + "NewP50Millis", "new account, " + label + ": p50", young, "ms"),
                    Figure.fine(
                            name + "OldMaxMillis",
                            "old account, " + label + ": max",
                            Measured.millis(ofOld.getMaxValue()),
                            "ms"),
                    Figure.fine(name + "Ratio", "old to new, " + label, old / young, "x"));
        }
    }
}
