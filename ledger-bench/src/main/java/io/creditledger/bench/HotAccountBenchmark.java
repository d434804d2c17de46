package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one account takes when everybody wants it, beside what many accounts take. */
record HotAccountBenchmark() implements Benchmark {

    @Override
    public String name() {
        return "hot-account";
    }

    @Override
    public String question() {
        return "consumptions over the command bus, all on one account";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        List<AccountId> many = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        List<AccountId> one = many.subList(0, 1);
        int inFlight = settings.number(Settings.IN_FLIGHT, 256);
        Load load = new Load(ledger, acknowledgements, inFlight);
        load.run(many, "warm-many", settings.warmingUp());
        Measured ofMany = load.run(many, "many", settings.measuring());
        load.run(one, "warm-one", settings.warmingUp());
        Measured ofOne = load.run(one, "one", settings.measuring());

        List<Figure> figures = new ArrayList<>(ofOne.figures("consumptions of the one account"));
        figures.add(Figure.whole(
                "manyAccountsPerSecond", "consumptions, many accounts, same run", ofMany.perSecond(), "/s"));
        figures.add(Figure.fine("ratioToMany", "ratio to many accounts", ofOne.perSecond() / ofMany.perSecond(), "x"));
        return figures;
    }

    private record Load(Ledger ledger, Acknowledgements acknowledgements, int inFlight) {

        Measured run(List<AccountId> accounts, String phase, Duration duration) throws Exception {
            return ClosedLoop.run(
                    inFlight, duration, number -> new Consumer(ledger, accounts, acknowledgements, phase, number));
        }
    }
}
