package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All read models built anew from the first event. */
record ReplayBenchmark() implements Benchmark {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int IN_FLIGHT = 256;
    private static final List<String> READ_MODELS = List.of("balance", "transactions", "lots", "websites", "payments");

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String question() {
        return "all read models built anew from the first event";
    }

    @Override
    public String drive() {
        return "as fast as it goes";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int wanted = settings.number(Settings.EVENTS, 200_000);
        List<AccountId> accounts = ledger.openAccounts(settings.number(Settings.ACCOUNTS, 10_000));
        StoredEvents events = new StoredEvents(ledger);
        for (int step = 0; events.count() < wanted; step++) {
            String phase = "step-" + step;
            ClosedLoop.run(IN_FLIGHT, STEP, number -> new Consumer(ledger, accounts, acknowledgements, phase, number));
        }
        Verification verification = new Verification(ledger);
        verification.awaitReadModels();

        long count = events.count();
        long before = System.nanoTime();
        reset(ledger);
        verification.awaitReadModels();
        double seconds = (double) (System.nanoTime() - before) / TimeUnit.SECONDS.toNanos(1);
        return List.of(
                Figure.count("events", "events replayed", count),
                Figure.fine("seconds", "time", seconds, "s"),
                Figure.whole("eventsPerSecond", "events", count / seconds, "/s"));
    }

    private static void reset(Ledger ledger) throws IOException {
        try (HttpConnection connection = ledger.connectHttp()) {
            for (String readModel : READ_MODELS) {
                HttpConnection.Answer answer = connection.post(
                        "/actuator/projections", "reset", "{\"group\":\"" + readModel + "\",\"action\":\"RESET\"}");
                if (!answer.isSuccess()) {
                    throw new IllegalStateException("the reset of " + readModel + " was refused: " + answer);
                }
            }
        }
    }
}
