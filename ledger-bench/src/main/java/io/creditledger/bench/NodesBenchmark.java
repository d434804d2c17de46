package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a second process costs on the same processors. The one process is measured before the two and after them, since a machine is not
 * the same all the time, and the better of both counts.
 */
record NodesBenchmark() implements Benchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public String question() {
        return "consumptions over HTTP of two processes on one PostgreSQL, and of one";
    }

    /** It is there for its PostgreSQL, and to make accounts. */
    @Override
    public List<String> properties() {
        return List.of("ledger.roles=commands");
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        try (Node first = ledger.startNode("first")) {
            Run run = new Run(acknowledgements, settings);
            List<Node> one = List.of(first);
            double before = run.of("one", one, true, accounts);
            double oneHot = run.of("one-hot", one, true, accounts.subList(0, 1));
            Node second = ledger.startNode("second");
            List<Node> two = List.of(first, second);
            double sticky;
            double random;
            double hot;
            long takenOver;
            try (second) {
                sticky = run.of("sticky", two, true, accounts);
                random = run.of("random", two, false, accounts);
                hot = run.of("hot", two, false, accounts.subList(0, 1));
                takenOver = takeOver(first, second);
            }
            double after = run.of("one-again", one, true, accounts);
            awaitCaughtUp(first);
            double best = Math.max(before, after);
            return List.of(
                    Figure.whole("onePerSecond", "one process, the better of two times", best, "/s"),
                    Figure.whole("oneBeforePerSecond", "the first time", before, "/s"),
                    Figure.whole("stickyPerSecond", "two, an account's commands to one", sticky, "/s"),
                    Figure.fine("stickyRatio", "ratio to one process", sticky / best, "x"),
                    Figure.whole("randomPerSecond", "two, an account's commands to both", random, "/s"),
                    Figure.fine("randomRatio", "ratio to one process", random / best, "x"),
                    Figure.whole("oneHotPerSecond", "one process, one account", oneHot, "/s"),
                    Figure.whole("hotPerSecond", "two, one account", hot, "/s"),
                    Figure.fine("hotRatio", "ratio to one process", hot / oneHot, "x"),
                    Figure.count("failed", "consumptions that failed", run.failed()),
                    Figure.count(
                            "takeOverMillis", "ms until the read models of a dead one are moved again", takenOver));
        }
    }

    /** Kills one and waits until the other moves every part of every read model. */
    private static long takeOver(Node survivor, Node dying) throws IOException, InterruptedException {
        dying.kill();
        long killed = System.nanoTime();
        await(survivor, model -> model.path("running").asBoolean());
        return Duration.ofNanos(System.nanoTime() - killed).toMillis();
    }

    private static void awaitCaughtUp(Node node) throws IOException {
        await(node, model -> model.path("lagEvents").asLong() == 0);
    }

    private static void await(Node node, java.util.function.Predicate<JsonNode> wanted) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpConnection connection = node.connect()) {
            while (!StreamSupport.stream(readModels(connection).spliterator(), false)
                    .allMatch(wanted)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the read models do not come to it");
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private static JsonNode readModels(HttpConnection connection) throws IOException {
        return JsonMapper.shared()
                .readTree(connection.get("/v1/audit/projections").text())
                .path("items");
    }

    /** Loads that come one after the other. */
    private static final class Run {

        private final Acknowledgements acknowledgements;
        private final Settings settings;
        private final List<Measured> all = new ArrayList<>();

        private Run(Acknowledgements acknowledgements, Settings settings) {
            this.acknowledgements = acknowledgements;
            this.settings = settings;
        }

        /** How many consumptions a second succeed. */
        double of(String phase, List<Node> nodes, boolean sticky, List<AccountId> accounts) throws Exception {
            int connections = settings.number(Settings.CONNECTIONS, 64);
            ClosedLoop.run(
                    connections,
                    settings.warmingUp(),
                    HttpConsumer.spread(nodes, sticky, accounts, acknowledgements, "warm-" + phase));
            Measured measured = ClosedLoop.run(
                    connections,
                    settings.measuring(),
                    HttpConsumer.spread(nodes, sticky, accounts, acknowledgements, phase));
            all.add(measured);
            return measured.perSecond();
        }

        long failed() {
            return all.stream().mapToLong(Measured::failed).sum();
        }
    }
}
