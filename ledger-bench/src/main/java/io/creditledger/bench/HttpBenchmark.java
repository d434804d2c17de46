package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One consumption a request over kept-alive connections, all read models following. */
record HttpBenchmark() implements Benchmark {

    private static final Duration FIRST = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String question() {
        return "consumptions over HTTP, one a request, read models following";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int connections = settings.number(Settings.CONNECTIONS, 64);
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        Measured cold =
                ClosedLoop.run(connections, FIRST, HttpConsumer.single(ledger, accounts, acknowledgements, "cold"));
        ClosedLoop.run(
                connections, settings.warmingUp(), HttpConsumer.single(ledger, accounts, acknowledgements, "warm"));
        SqlBaseline.Outcome baseline = new SqlBaseline(ledger).run();

        List<Figure> figures = new ArrayList<>();
        try (LagProbe probe = LagProbe.start(ledger, accounts, acknowledgements, name())) {
            Measured measured = ClosedLoop.run(
                    connections, settings.measuring(), HttpConsumer.single(ledger, accounts, acknowledgements, "run"));
            figures.addAll(measured.figures("consumptions"));
            figures.addAll(probe.finish());
            figures.add(
                    Figure.whole("firstTenSecondsPerSecond", "consumptions in the first 10 s", cold.perSecond(), "/s"));
            figures.addAll(baseline.figures());
            figures.add(baseline.ratioTo(measured.perSecond()));
        }
        return figures;
    }
}
