package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * How old a balance is that a dashboard shows, while the ledger has half as much to do as it could: with a full house everything waits for
 * processors, and the age would say how full it is.
 */
record StalenessBenchmark() implements Benchmark {

    @Override
    public String name() {
        return "staleness";
    }

    @Override
    public String question() {
        return "how long until a balance shows a consumption, at half of the highest rate over HTTP";
    }

    @Override
    public String drive() {
        return "steady rate, half of what a closed loop reached before";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int connections = settings.number(Settings.CONNECTIONS, 64);
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        ClosedLoop.run(
                connections, settings.warmingUp(), HttpConsumer.single(ledger, accounts, acknowledgements, "warm"));
        Measured full = ClosedLoop.run(
                connections, settings.measuring(), HttpConsumer.single(ledger, accounts, acknowledgements, "full"));
        int half = (int) Math.max(1, full.perSecond() / 2);

        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.whole("fullPerSecond", "consumptions at full load", full.perSecond(), "/s"));
        Connected connected =
                Connected.with(connections, HttpConsumer.single(ledger, accounts, acknowledgements, "half"));
        try (LagProbe probe = LagProbe.start(ledger, accounts, acknowledgements, name())) {
            figures.addAll(SteadyLoad.run(half, settings.measuring(), connected).figures("consumptions at half of it"));
            figures.addAll(probe.finish());
        } finally {
            connected.close();
        }
        return figures;
    }

    /** Clients that take turns: for any number of threads, of which only so many have a connection at once. */
    private record Connected(BlockingQueue<ClosedLoop.Client> free) implements ClosedLoop.Client {

        static Connected with(int connections, ClosedLoop.Clients consumers) throws Exception {
            BlockingQueue<ClosedLoop.Client> free = new ArrayBlockingQueue<>(connections);
            for (int number = 0; number < connections; number++) {
                free.add(consumers.client(number));
            }
            return new Connected(free);
        }

        @Override
        public boolean once() throws Exception {
            ClosedLoop.Client client = free.take();
            try {
                return client.once();
            } finally {
                free.add(client);
            }
        }

        @Override
        public void close() throws Exception {
            for (ClosedLoop.Client client : free) {
                client.close();
            }
        }
    }
}
