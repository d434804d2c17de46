package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away under load and comes back, on the same port, with the ledger running on. */
class PostgresRestartIT {

    private static final List<String> ACCOUNTS = List.of("pg:0", "pg:1", "pg:2", "pg:3");
    private static final int CLIENTS = 16;
    private static final long PLENTY = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void answersNotNowWhilePostgresIsAwayAndGoesOnByItself() throws Exception {
        Path cluster = LedgerProcess.emptyFolder("postgres").resolve("cluster");
        SharedPostgres postgres = SharedPostgres.start(cluster, 0);
        int port = postgres.port();
        try (LedgerProcess ledger = postgres.usedBy(LedgerProcess.in("postgres-restart"))) {
            ledger.start();
            for (String account : ACCOUNTS) {
                ledger.client().open(account, PLENTY);
            }
            try (Load load = Load.start(ledger.client(), ACCOUNTS, ledger.folder(), CLIENTS, 1)) {
                for (Way way : Way.values()) {
                    awaitMoreAcknowledged(load);
                    crash(cluster, way);
                    awaitMoreTurnedAway(load);
                    postgres.close();
                    postgres = SharedPostgres.start(cluster, port);
                    awaitMoreAcknowledged(load);
                }
                load.stop();
                assertThat(load.unexpected())
                        .as("answers other than 201 and 503")
                        .isEmpty();
                assertThat(load.cut()).as("requests without an answer").isEmpty();
            }
            assertThat(ledger.isAlive()).isTrue();
            ledger.awaitReady();
            new Audit(ledger.client(), ACCOUNTS, Journal.read(ledger.folder())).everything();
        } finally {
            postgres.close();
        }
    }

    /** How PostgreSQL ends. */
    private enum Way {
        /** The postmaster is killed; its backends notice and end. */
        KILLED,
        /** As pg_ctl stop -m immediate does: no checkpoint, recovery at the next start. */
        IMMEDIATE,
        /** As pg_ctl stop -m fast does: connections are cut, everything else in good order. */
        FAST
    }

    private static void crash(Path cluster, Way way) throws IOException, InterruptedException {
        ProcessHandle postmaster = LedgerProcess.postmaster(cluster).orElseThrow();
        List<ProcessHandle> backends = postmaster.children().toList();
        switch (way) {
            case KILLED -> assertThat(postmaster.destroyForcibly()).isTrue();
            case IMMEDIATE -> signal("QUIT", postmaster);
            case FAST -> signal("INT", postmaster);
        }
        // What still runs of it would keep the next one from starting.
        Awaitility.await("PostgreSQL is gone")
                .atMost(PATIENCE)
                .until(() ->
                        !LedgerProcess.runs(postmaster) && backends.stream().noneMatch(LedgerProcess::runs));
    }

    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static void awaitMoreAcknowledged(Load load) {
        long before = load.recorded();
        Awaitility.await("consumptions are acknowledged").atMost(PATIENCE).until(() -> load.recorded() > before + 200);
    }

    private static void awaitMoreTurnedAway(Load load) {
        long before = load.turnedAway();
        Awaitility.await("clients are told that the ledger is not available")
                .atMost(PATIENCE)
                .until(() -> load.turnedAway() > before + CLIENTS);
    }
}
