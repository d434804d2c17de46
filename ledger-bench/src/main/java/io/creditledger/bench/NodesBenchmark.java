package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a second process costs on the same processors. One has all of them; two have half of them each, as machines or containers have
 * theirs, or share them all, as programs that nobody keeps apart do. Both have run equally long before anything is measured, since a
 * process gets faster for minutes; and each way is measured in each round, since a machine is not the same all the time. One process is
 * measured before and after each way, which is held against the mean of the two: all get slower as tables grow, and a machine that others
 * use too changes within a minute. Each round begins with another way, so that none always follows the same. The load on one account comes
 * after all of that: what is compiled for it is not what others need. The median of the rounds counts.
 *
 * <p>What a process knows of accounts is what it would know had it always been asked in this way: before one is asked about all of them,
 * or each about its own, it has decided about each since the other did; before each is asked about any, it has decided about all.
 */
record NodesBenchmark() implements Benchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        List<AccountId> spread = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        List<AccountId> hot = spread.subList(0, 1);
        Run run = new Run(acknowledgements, settings, Processors.available());
        try (Node first = ledger.startNode("first");
                Node second = ledger.startNode("second")) {
            List<Node> two = List.of(first, second);
            run.warmUp(two, spread);
            int rounds = settings.number(Settings.ROUNDS, 5);
            List<Way> ways = new ArrayList<>(Way.HELD_AGAINST_ONE);
            for (int round = 0; round < rounds; round++) {
                run.one(two, spread);
                for (Way way : ways) {
                    run.compare(way, two, spread);
                }
                Collections.rotate(ways, 1);
            }
            for (int round = 0; round < rounds; round++) {
                run.measure(Way.HOT, two, hot);
                run.measure(Way.ONE_HOT, List.of(first), hot);
            }
            second.awaitCaughtUp();
            return figures(run, takeOver(first, second));
        }
    }

    private static List<Figure> figures(Run run, long takenOverMillis) {
        return List.of(
                Figure.whole("onePerSecond", "one process", run.perSecond(Way.ONE), "/s"),
                Figure.whole("stickyPerSecond", "two, an account's commands to one", run.perSecond(Way.STICKY), "/s"),
                Figure.fine("stickyRatio", "ratio to one process", run.ratioToOne(Way.STICKY), "x"),
                Figure.whole("randomPerSecond", "two, an account's commands to both", run.perSecond(Way.RANDOM), "/s"),
                Figure.fine("randomRatio", "ratio to one process", run.ratioToOne(Way.RANDOM), "x"),
                Figure.whole(
                        "sharedStickyPerSecond",
                        "the same to one, sharing all processors",
                        run.perSecond(Way.SHARED_STICKY),
                        "/s"),
                Figure.fine("sharedStickyRatio", "ratio to one process", run.ratioToOne(Way.SHARED_STICKY), "x"),
                Figure.whole(
                        "sharedRandomPerSecond",
                        "the same to both, sharing all processors",
                        run.perSecond(Way.SHARED_RANDOM),
                        "/s"),
                Figure.fine("sharedRandomRatio", "ratio to one process", run.ratioToOne(Way.SHARED_RANDOM), "x"),
                Figure.whole("oneHotPerSecond", "one process, one account", run.perSecond(Way.ONE_HOT), "/s"),
                Figure.whole("hotPerSecond", "two, one account", run.perSecond(Way.HOT), "/s"),
                Figure.fine("hotRatio", "ratio to one process", run.hotRatio(), "x"),
                Figure.count("failed", "consumptions that failed", run.failed()),
                Figure.count(
                        "takeOverMillis", "ms until the read models of a dead one are moved again", takenOverMillis));
    }

    /** Kills the one that came first, which moves all parts of all read models, and waits until the other does. */
    private static long takeOver(Node first, Node second) throws IOException, InterruptedException {
        long all = first.segments();
        if (all == 0 || second.segments() != 0) {
            throw new IllegalStateException("the process that started first does not move all read models");
        }
        first.kill();
        long killed = System.nanoTime();
        Node.await("the read models of a dead process are moved", () -> second.segments() == all);
        return Duration.ofNanos(System.nanoTime() - killed).toMillis();
    }

    /** How the load is spread over processes and accounts, and the processors over processes. */
    private enum Way {
        ONE(true, false),
        STICKY(true, true),
        RANDOM(false, true),
        SHARED_STICKY(true, false),
        SHARED_RANDOM(false, false),
        ONE_HOT(true, false),
        HOT(false, true);

        private static final List<Way> HELD_AGAINST_ONE = List.of(SHARED_STICKY, SHARED_RANDOM, STICKY, RANDOM);

        /** Whether an account's commands go to one process. */
        private final boolean sticky;

        /** Whether each process has processors of its own. */
        private final boolean apart;

        Way(boolean sticky, boolean apart) {
            this.sticky = sticky;
            this.apart = apart;
        }
    }

    /** Loads that come one after the other. */
    private static final class Run {

        /** After each change of load what a process knows of accounts, and what it has compiled, changes with it for a while. */
        private static final Duration SETTLE = Duration.ofSeconds(10);

        private final Acknowledgements acknowledgements;
        private final Settings settings;
        private final Processors processors;
        private final Map<Way, List<Double>> rates = new EnumMap<>(Way.class);
        private final Map<Way, List<Double>> ratios = new EnumMap<>(Way.class);
        private int loads;
        private int ones;
        private long failed;

        private Run(Acknowledgements acknowledgements, Settings settings, Processors processors) {
            this.acknowledgements = acknowledgements;
            this.settings = settings;
            this.processors = processors;
        }

        void warmUp(List<Node> nodes, List<AccountId> accounts) throws Exception {
            load(nodes, true, accounts, settings.warmingUp().dividedBy(2));
            load(nodes, false, accounts, settings.warmingUp().dividedBy(2));
        }

        /** Measures one of them with all accounts: in turns, so that both stay equally fast. */
        void one(List<Node> two, List<AccountId> accounts) throws Exception {
            List<Node> one = List.of(two.get(ones++ % two.size()));
            visit(one, accounts);
            measure(Way.ONE, one, accounts);
        }

        /** Measures a way, and one of them once more, and holds the way against the one before and after. */
        void compare(Way way, List<Node> two, List<AccountId> accounts) throws Exception {
            double before = rates(Way.ONE).getLast();
            if (way.sticky) {
                visit(two, accounts);
            } else {
                visitEach(two, accounts);
            }
            measure(way, two, accounts);
            one(two, accounts);
            double after = rates(Way.ONE).getLast();
            ratios.computeIfAbsent(way, _ -> new ArrayList<>())
                    .add(2 * rates(way).getLast() / (before + after));
        }

        private void visit(List<Node> nodes, List<AccountId> accounts) throws Exception {
            int clients = settings.number(Settings.CONNECTIONS, 64);
            Measured visits = ClosedLoop.run(
                    clients,
                    PATIENCE,
                    HttpConsumer.visiting(nodes, clients, accounts, acknowledgements, "visit-" + loads++));
            if (visits.succeeded() != accounts.size()) {
                throw new IllegalStateException("only " + visits.succeeded() + " accounts could be visited");
            }
        }

        /** Each about all accounts, as who is asked about any of them knows them. */
        private void visitEach(List<Node> nodes, List<AccountId> accounts) throws Exception {
            for (Node node : nodes) {
                visit(List.of(node), accounts);
            }
        }

        void measure(Way way, List<Node> nodes, List<AccountId> accounts) throws Exception {
            if (way.apart) {
                divide(nodes, processors.parts(nodes.size()));
            }
            load(nodes, way.sticky, accounts, SETTLE);
            Measured measured = load(nodes, way.sticky, accounts, settings.measuring());
            if (way.apart) {
                divide(nodes, Collections.nCopies(nodes.size(), processors));
            }
            rates(way).add(measured.perSecond());
            failed += measured.failed();
            Report.progress("nodes: %s %.0f/s, %d failed".formatted(way, measured.perSecond(), measured.failed()));
        }

        private static void divide(List<Node> nodes, List<Processors> parts) throws Exception {
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).keepTo(parts.get(i));
            }
        }

        private Measured load(List<Node> nodes, boolean sticky, List<AccountId> accounts, Duration duration)
                throws Exception {
            return ClosedLoop.run(
                    settings.number(Settings.CONNECTIONS, 64),
                    duration,
                    HttpConsumer.spread(nodes, sticky, accounts, acknowledgements, "load-" + loads++));
        }

        /** How many consumptions a second succeeded, the median of the rounds. */
        double perSecond(Way way) {
            return Median.of(rates(way));
        }

        /** To one process before and after, the median of the rounds. */
        double ratioToOne(Way way) {
            return Median.of(ratios.getOrDefault(way, List.of()));
        }

        /** Measured one right after the other. */
        double hotRatio() {
            List<Double> two = rates(Way.HOT);
            List<Double> ones = rates(Way.ONE_HOT);
            return Median.of(IntStream.range(0, two.size())
                    .mapToObj(round -> two.get(round) / ones.get(round))
                    .toList());
        }

        private List<Double> rates(Way way) {
            return rates.computeIfAbsent(way, _ -> new ArrayList<>());
        }

        long failed() {
            return failed;
        }
    }
}
