package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the ledger at moments picked by chance, under load and while it starts, and audits what is left. */
class CrashIT {

    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);

    private static final int ROUNDS = Integer.getInteger("ledger.crash.rounds", 4);
    private static final long SEED = Long.getLong("ledger.crash.seed", System.nanoTime());
    private static final int CLIENTS = 16;
    private static final long PLENTY = 1_000_000_000L;
    private static final int MAX_RECORDED_BEFORE_KILL = 1_500;
    private static final int MAX_MILLIS_OF_START = 4_000;

    private static final List<String> ACCOUNTS =
            IntStream.range(0, 12).mapToObj(number -> "crash:" + number).toList();

    @Test
    void losesAndDoublesNothingHoweverOftenItIsKilled() throws Exception {
        log.info("Seed {}, {} rounds: repeat with -Dledger.crash.seed={}", SEED, ROUNDS, SEED);
        Random random = new Random(SEED);
        try (LedgerProcess ledger = LedgerProcess.in("kill")) {
            ledger.start();
            for (String account : ACCOUNTS) {
                ledger.client().open(account, PLENTY);
            }
            try (Load load = Load.start(ledger.client(), ACCOUNTS, ledger.folder(), CLIENTS, SEED)) {
                for (int round = 0; round < ROUNDS; round++) {
                    awaitMore(load, 1 + random.nextInt(MAX_RECORDED_BEFORE_KILL));
                    ledger.kill();
                    if (random.nextBoolean()) {
                        killWhileStarting(ledger, random);
                    }
                    ledger.start();
                }
                awaitMore(load, MAX_RECORDED_BEFORE_KILL);
                load.stop();
                log.info(
                        "{} acknowledged, {} cut off",
                        load.recorded(),
                        load.cut().size());
                assertThat(load.unexpected()).isEmpty();
            }
            new Audit(ledger.client(), ACCOUNTS, Journal.read(ledger.folder())).everything();
        }
    }

    private static void killWhileStarting(LedgerProcess ledger, Random random) throws Exception {
        ledger.launch();
        Duration moment = Duration.ofMillis(1 + random.nextInt(MAX_MILLIS_OF_START));
        Awaitility.await().pollDelay(moment).until(() -> true);
        ledger.kill();
    }

    private static void awaitMore(Load load, long count) throws IOException {
        long wanted = load.recorded() + count;
        Awaitility.await("more is acknowledged")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> load.recorded() >= wanted);
    }
}
