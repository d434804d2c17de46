package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long a person waits for {@code ./ledger run}, once it is built and was started before: beside facts of many accounts on a PostgreSQL
 * that runs, and with a PostgreSQL of its own, which is started too. Each round also starts it without what Java keeps of a start, which is
 * what the time is held against. The median of the rounds counts.
 */
record StartBenchmark() implements Benchmark {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Map<String, String> AS_IT_IS = Map.of();
    private static final String JAVA_OPTIONS = "LEDGER_JAVA_OPTIONS";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "from the command to a ledger that is ready, what it takes of memory, and its first seconds";
    }

    @Override
    public String drive() {
        return "one start after the other";
    }

    /** It is there for its PostgreSQL, and to make facts. */
    @Override
    public List<String> properties() {
        return List.of("ledger.roles=commands");
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        ClosedLoop.run(
                settings.number(Settings.IN_FLIGHT, 256),
                settings.warmingUp(),
                number -> new Consumer(ledger, accounts, acknowledgements, "before", number));
        catchUp(ledger);
        ledger.run("own", AS_IT_IS).close();

        Starts starts = new Starts();
        for (int round = 0; round < settings.number(Settings.ROUNDS, 5); round++) {
            starts.withoutCache(ledger);
            starts.asItIs(ledger, accounts, acknowledgements, settings, round);
            starts.withItsOwnPostgres(ledger);
        }
        catchUp(ledger);
        return starts.figures();
    }

    private static void catchUp(Ledger ledger) throws IOException {
        try (Node node = ledger.runBeside("beside", AS_IT_IS)) {
            node.awaitCaughtUp();
        }
    }

    private static final class Starts {

        private final List<Double> asItIs = new ArrayList<>();
        private final List<Double> withoutCache = new ArrayList<>();
        private final List<Double> withItsOwnPostgres = new ArrayList<>();
        private final List<Double> resident = new ArrayList<>();
        private final List<Double> perSecond = new ArrayList<>();
        private long failed;

        void withoutCache(Ledger ledger) throws IOException {
            String options = System.getenv().getOrDefault(JAVA_OPTIONS, "") + " -XX:AOTMode=off";
            try (Node node = ledger.runBeside("beside", Map.of(JAVA_OPTIONS, options))) {
                note(withoutCache, node);
            }
        }

        void asItIs(
                Ledger ledger,
                List<AccountId> accounts,
                Acknowledgements acknowledgements,
                Settings settings,
                int round)
                throws Exception {
            try (Node node = ledger.runBeside("beside", AS_IT_IS)) {
                note(asItIs, node);
                resident.add(node.residentMebibytes());
                Measured first = ClosedLoop.run(
                        settings.number(Settings.CONNECTIONS, 64),
                        FIRST,
                        HttpConsumer.spread(List.of(node), true, accounts, acknowledgements, "first-" + round));
                perSecond.add(first.perSecond());
                failed += first.failed();
            }
        }

        void withItsOwnPostgres(Ledger ledger) throws IOException {
            try (Node node = ledger.run("own", AS_IT_IS)) {
                note(withItsOwnPostgres, node);
            }
        }

        private static void note(List<Double> millis, Node node) {
            millis.add((double) node.starting().toMillis());
        }

        List<Figure> figures() {
            double millis = Median.of(asItIs);
            double millisWithoutCache = Median.of(withoutCache);
            return List.of(
                    Figure.whole("readyMillis", "until it is ready, facts and PostgreSQL there", millis, "ms"),
                    Figure.whole("withoutCacheMillis", "the same without what Java keeps", millisWithoutCache, "ms"),
                    Figure.fine("ratio", "ratio to that", millis / millisWithoutCache, "x"),
                    Figure.whole(
                            "ownPostgresReadyMillis",
                            "the same with a PostgreSQL of its own",
                            Median.of(withItsOwnPostgres),
                            "ms"),
                    Figure.whole(
                            "residentMebibytes",
                            "memory when it is ready, without PostgreSQL",
                            Median.of(resident),
                            "MiB"),
                    Figure.whole(
                            "firstTenSecondsPerSecond", "consumptions in the first 10 s", Median.of(perSecond), "/s"),
                    Figure.count("failed", "consumptions that failed", failed));
        }
    }
}
