package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.OpenAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Purchases paid in a browser: from the moment at which news of the payment arrives until the stream shows the new balance. */
final class PurchasesBenchmark implements Benchmark {

    private static final int WARMING_UP = 25;
    private static final int PURCHASES = 100;
    private static final int SIGNIFICANT_DIGITS = 3;

    private @Nullable SimulatedStripe stripe;

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public String question() {
        return "from a webhook's arrival to the new balance on the stream";
    }

    @Override
    public List<String> properties() {
        stripe = SimulatedStripe.start();
        return stripe.properties();
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int customers = settings.number(Settings.CONNECTIONS, 4);
        Histogram latency = new Histogram(SIGNIFICANT_DIGITS);
        try (SimulatedStripe paid = stripe == null ? SimulatedStripe.start() : stripe;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            paid.tell(ledger.webhook());
            List<Future<List<Long>>> shopping = new ArrayList<>();
            for (int number = 0; number < customers; number++) {
                AccountId account = new AccountId("bench:buyer:" + number);
                ledger.send(new OpenAccount(account, null, null));
                shopping.add(threads.submit(() -> buy(ledger, paid, account)));
            }
            for (Future<List<Long>> nanos : shopping) {
                nanos.get().forEach(latency::recordValue);
            }
        }
        return List.of(
                Figure.count("purchases", "purchases", latency.getTotalCount()),
                Figure.fine("p50Millis", "latency p50", Measured.millis(latency.getValueAtPercentile(50)), "ms"),
                Figure.fine("p99Millis", "latency p99", Measured.millis(latency.getValueAtPercentile(99)), "ms"),
                Figure.fine("maxMillis", "latency max", Measured.millis(latency.getMaxValue()), "ms"));
    }

    /** One purchase after the other; those that warm up do not count. */
    private static List<Long> buy(Ledger ledger, SimulatedStripe stripe, AccountId account) throws Exception {
        List<Long> nanos = new ArrayList<>();
        try (Buyer buyer = new Buyer(ledger, stripe, account)) {
            for (int number = 0; number < WARMING_UP + PURCHASES; number++) {
                long took = buyer.buy(number);
                if (number >= WARMING_UP) {
                    nanos.add(took);
                }
            }
        }
        return nanos;
    }
}
