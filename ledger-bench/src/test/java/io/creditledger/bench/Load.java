package io.creditledger.bench;

import io.creditledger.bench.Journal.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** Clients that spend without end, through whatever happens to the ledger, and keep a journal. */
final class Load implements AutoCloseable {

    private static final int WEBSITES = 3;
    private static final int MAX_AMOUNT = 9;
    private static final long PAUSE_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<LedgerClient> ledgers;
    private final boolean repeating;
    private final List<String> accounts;
    private final Path folder;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private final Queue<LedgerClient.Answer> unexpected = new ConcurrentLinkedQueue<>();
    private final Queue<IOException> cut = new ConcurrentLinkedQueue<>();
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();

    private Load(List<LedgerClient> ledgers, boolean repeating, List<String> accounts, Path folder) {
        this.ledgers = ledgers;
        this.repeating = repeating;
        this.accounts = accounts;
        this.folder = folder;
    }

    static Load start(LedgerClient ledger, List<String> accounts, Path folder, int clients, long seed) {
        return new Load(List.of(ledger), false, accounts, folder).with(clients, seed);
    }

    /** Clients that ask one ledger after the other, and ask again, with the same key, until they are answered. */
    static Load between(List<LedgerClient> ledgers, List<String> accounts, Path folder, int clients, long seed) {
        return new Load(ledgers, true, accounts, folder).with(clients, seed);
    }

    private Load with(int clients, long seed) {
        for (int number = 0; number < clients; number++) {
            Random random = new Random(seed + number);
            String name = "client-" + number;
            this.clients.add(threads.submit(() -> spend(name, random)));
        }
        return this;
    }

    private Void spend(String name, Random random) throws IOException, InterruptedException {
        try (Journal journal = new Journal(folder.resolve(name + ".journal"))) {
            for (int count = 0; stopped.getCount() > 0; count++) {
                Consumption consumption = new Consumption(
                        accounts.get(random.nextInt(accounts.size())),
                        // Of this load alone, where several journals are about the same accounts.
                        folder.getFileName() + "-" + name + "-" + count,
                        1L + random.nextInt(MAX_AMOUNT),
                        "site-" + random.nextInt(WEBSITES));
                journal.invoke(consumption);
                int turn = count;
                Outcome outcome = ask(consumption, turn);
                while (repeating && outcome != Outcome.OK) {
                    pause();
                    outcome = ask(consumption, ++turn);
                }
                journal.ended(consumption, outcome);
                if (outcome != Outcome.OK) {
                    pause();
                }
            }
        }
        return null;
    }

    private Outcome ask(Consumption consumption, int turn) {
        try {
            LedgerClient.Answer answer = ledgers.get(turn % ledgers.size()).consume(consumption);
            if (answer.status() == 201) {
                recorded.incrementAndGet();
                return Outcome.OK;
            }
            if (answer.isUnavailable()) {
                turnedAway.incrementAndGet();
            } else {
                unexpected.add(answer);
            }
            return Outcome.UNKNOWN;
        } catch (ConnectException neverArrived) {
            return Outcome.FAIL;
        } catch (IOException unclear) {
            cut.add(unclear);
            return Outcome.UNKNOWN;
        }
    }

    /** As clients do that were told to come back later. */
    private void pause() throws InterruptedException {
        boolean ended = stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        assert !ended || stopped.getCount() == 0;
    }

    /** How many consumptions were acknowledged so far. */
    long recorded() {
        return recorded.get();
    }

    /** Waits until so many more are acknowledged. */
    void awaitMore(int more) {
        long wanted = recorded() + more;
        Awaitility.await("more is acknowledged").atMost(PATIENCE).until(() -> recorded() >= wanted);
    }

    /** How many were answered that the ledger is not available. */
    long turnedAway() {
        return turnedAway.get();
    }

    /** Answers that no client should ever get. */
    List<LedgerClient.Answer> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Requests that were sent and got no answer, because the connection broke or the answer took too long. */
    List<IOException> cut() {
        return List.copyOf(cut);
    }

    void stop() throws Exception {
        stopped.countDown();
        for (Future<?> client : clients) {
            client.get();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        threads.close();
    }
}
