package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.util.ArrayList;
import java.util.List;

/** Five hundred consumptions a request, all read models following. */
record BatchBenchmark() implements Benchmark {

    private static final int ITEMS = 500;

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public String question() {
        return "consumptions over HTTP, 500 a request, read models following";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int connections = settings.number(Settings.CONNECTIONS, 4);
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        SqlBaseline.Outcome baseline = new SqlBaseline(ledger).run();
        ClosedLoop.run(
                connections,
                settings.warmingUp(),
                HttpConsumer.batched(ledger, accounts, acknowledgements, "warm", ITEMS));

        List<Figure> figures = new ArrayList<>();
        try (LagProbe probe = LagProbe.start(ledger, accounts, acknowledgements, name())) {
            Measured measured = ClosedLoop.run(
                    connections,
                    settings.measuring(),
                    HttpConsumer.batched(ledger, accounts, acknowledgements, "run", ITEMS));
            double consumptionsPerSecond = measured.perSecond() * ITEMS;
            figures.add(Figure.whole("consumptionsPerSecond", "consumptions", consumptionsPerSecond, "/s"));
            figures.addAll(measured.figures("batches"));
            figures.addAll(probe.finish());
            figures.addAll(baseline.figures());
            figures.add(baseline.ratioTo(consumptionsPerSecond));
        }
        return figures;
    }
}
