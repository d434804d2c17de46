package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** History as evidence: all of it replayed to verify the read models, and to make them anew; and what that costs commands. */
record ReplayBenchmark() implements Benchmark {

    private static final int CONSUMPTIONS_PER_SECOND = 2_000;
    private static final int CONSUMERS = 1_000;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String question() {
        return "verification and rebuild from the first event, and consumptions beside a verification";
    }

    @Override
    public String drive() {
        return "as fast as it goes; consumptions at a fixed rate";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 2_000) + CONSUMERS);
        List<AccountId> consumers = accounts.subList(0, CONSUMERS);
        int events = settings.number(Settings.EVENTS, 1_000_000);
        new LongHistory(ledger, acknowledgements, accounts.subList(CONSUMERS, accounts.size())).write(events);
        Verification readModels = new Verification(ledger);
        long written = System.nanoTime();
        readModels.awaitReadModels();
        double followed = (double) (System.nanoTime() - written) / TimeUnit.SECONDS.toNanos(1);

        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.count("events", "events", new StoredEvents(ledger).count()));
        figures.add(Figure.whole("followedEventsPerSecond", "followed as they came", events / followed, "/s"));
        AuditRun verified = verification(ledger);
        figures.addAll(verified.figures("verification", "verification"));
        figures.add(differences("differences", "verification: differences", verified.answer()));
        figures.addAll(AuditRun.of(ledger, AuditRun.REBUILDS, "rebuildId")
                .require("switched")
                .figures("rebuild", "rebuild"));
        figures.addAll(besideConsumptions(ledger, acknowledgements, settings, consumers));
        return figures;
    }

    private static AuditRun verification(Ledger ledger) throws Exception {
        return AuditRun.of(ledger, AuditRun.VERIFICATIONS, "verificationId").require("completed");
    }

    private static Figure differences(String name, String label, JsonNode verification) {
        return Figure.count(name, label, verification.path("differenceCount").asLong());
    }

    /** In turns, so that what changes with time is not taken for what the verification costs. */
    private static List<Figure> besideConsumptions(
            Ledger ledger, Acknowledgements acknowledgements, Settings settings, List<AccountId> consumers)
            throws Exception {
        consume(ledger, acknowledgements, settings, consumers, "warm-up");
        Measured alone = consume(ledger, acknowledgements, settings, consumers, "alone");
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<AuditRun> verification = threads.submit(() -> verification(ledger));
            Measured beside = consume(ledger, acknowledgements, settings, consumers, "beside");
            boolean outlasted = !verification.isDone();
            AuditRun verified = verification.get();
            List<Figure> figures = new ArrayList<>(figures("alone", "alone", alone));
            figures.addAll(figures("beside", "beside a verification", beside));
            figures.add(
                    Figure.fine("besideToAlone", "rate beside to alone", beside.perSecond() / alone.perSecond(), "x"));
            figures.add(Figure.count("outlasted", "the verification outlasted them (1 for yes)", outlasted ? 1 : 0));
            figures.add(differences("falseDifferences", "false differences meanwhile", verified.answer()));
            return figures;
        }
    }

    private static Measured consume(
            Ledger ledger,
            Acknowledgements acknowledgements,
            Settings settings,
            List<AccountId> consumers,
            String phase)
            throws InterruptedException {
        ClosedLoop.Client consumer = new Consumer(ledger, consumers, acknowledgements, phase, 0);
        return SteadyLoad.run(CONSUMPTIONS_PER_SECOND, settings.measuring(), consumer);
    }

    private static List<Figure> figures(String name, String label, Measured measured) {
        return List.of(
                Figure.whole(name + "PerSecond", "consumptions " + label, measured.perSecond(), "/s"),
                Figure.count(name + "Failed", "consumptions " + label + " that failed", measured.failed()),
                Figure.fine(name + "P50Millis", "latency " + label + ": p50", measured.millisAt(50), "ms"),
                Figure.fine(name + "P99Millis", "latency " + label + ": p99", measured.millisAt(99), "ms"));
    }
}
