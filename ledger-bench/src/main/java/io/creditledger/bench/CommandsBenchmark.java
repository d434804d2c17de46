package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import io.micrometer.core.instrument.DistributionSummary;
import java.util.ArrayList;
import java.util.List;

/** The core: no HTTP, many accounts, all read models following. */
record CommandsBenchmark() implements Benchmark {

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String question() {
        return "consumptions over the command bus, many accounts, read models following";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        List<Figure> figures = new ArrayList<>();
        int inFlight = settings.number(Settings.IN_FLIGHT, 256);
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        SqlBaseline.Outcome baseline = new SqlBaseline(ledger).run();
        ClosedLoop.run(
                inFlight,
                settings.warmingUp(),
                number -> new Consumer(ledger, accounts, acknowledgements, "warm", number));

        CommitSizes commits = CommitSizes.of(ledger);
        long diskBefore = Disk.bytes(ledger);
        Measured measured;
        try (LagProbe probe = LagProbe.start(ledger, accounts, acknowledgements, name())) {
            measured = ClosedLoop.run(
                    inFlight,
                    settings.measuring(),
                    number -> new Consumer(ledger, accounts, acknowledgements, "run", number));
            figures.addAll(measured.figures("consumptions"));
            figures.addAll(probe.finish());
        }
        figures.add(Figure.fine("eventsPerCommit", "events per commit", commits.meanSince(), ""));
        figures.add(Figure.whole(
                "diskBytesPerConsumption",
                "disk per consumption, all tables and indexes",
                (double) (Disk.bytes(ledger) - diskBefore) / measured.succeeded(),
                "bytes"));
        figures.addAll(baseline.figures());
        figures.add(baseline.ratioTo(measured.perSecond()));
        return figures;
    }

    /** How many events the commits since then stored. */
    private record CommitSizes(DistributionSummary commits, double events, long count) {

        static CommitSizes of(Ledger ledger) {
            DistributionSummary commits =
                    ledger.meters().get("ledger.append.batch").summary();
            return new CommitSizes(commits, commits.totalAmount(), commits.count());
        }

        double meanSince() {
            return (commits.totalAmount() - events) / Math.max(1, commits.count() - count);
        }
    }
}
