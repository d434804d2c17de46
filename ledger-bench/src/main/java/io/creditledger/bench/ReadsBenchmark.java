package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** Balances over HTTP, of accounts picked by chance. */
record ReadsBenchmark() implements Benchmark {

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public String question() {
        return "balances over HTTP";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int connections = settings.number(Settings.CONNECTIONS, 64);
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        new Verification(ledger).awaitReadModels();
        ClosedLoop.Clients readers = number -> new Reader(ledger.connectHttp(), accounts, new SplittableRandom(number));
        ClosedLoop.run(connections, settings.warmingUp(), readers);
        return ClosedLoop.run(connections, settings.measuring(), readers).figures("balances read");
    }

    private record Reader(HttpConnection connection, List<AccountId> accounts, SplittableRandom random)
            implements ClosedLoop.Client {

        @Override
        public boolean once() throws IOException {
            AccountId account = accounts.get(random.nextInt(accounts.size()));
            return connection.get("/v1/accounts/" + account + "/balance").isSuccess();
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
