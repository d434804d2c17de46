package io.creditledger.bench;

import java.util.List;

/** One question about speed, answered by loading a fresh ledger. */
sealed interface Benchmark
        permits CommandsBenchmark,
                HotAccountBenchmark,
                HttpBenchmark,
                StalenessBenchmark,
                NodesBenchmark,
                BatchBenchmark,
                ReadsBenchmark,
                ReplayBenchmark,
                HistoryBenchmark,
                PurchasesBenchmark,
                StartBenchmark,
                WrongKeysBenchmark {

    /** Every one there is, in the order in which they run. */
    static List<Benchmark> all() {
        return List.of(
                new CommandsBenchmark(),
                new HotAccountBenchmark(),
                new HttpBenchmark(),
                new StalenessBenchmark(),
                new NodesBenchmark(),
                new BatchBenchmark(),
                new ReadsBenchmark(),
                new ReplayBenchmark(),
                new HistoryBenchmark(),
                new StartBenchmark(),
                new PurchasesBenchmark(),
                new WrongKeysBenchmark());
    }

    /** What to call it on the command line. */
    String name();

    /** What it finds out. */
    String question();

    /** How the load is paced. */
    default String drive() {
        return ClosedLoop.NAME;
    }

    /** Settings that its ledger starts with, as in {@code name=value}; what they speak of must be there by then. */
    default List<String> properties() {
        return List.of();
    }

    /** Loads the ledger, writing down what was acknowledged. */
    List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception;
}
