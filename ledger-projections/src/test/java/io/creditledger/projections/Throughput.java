package io.creditledger.projections;

import io.creditledger.api.account.Website;
import io.creditledger.projections.platform.ProjectionControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells how many facts a second all read models apply together, and how many bytes each takes. A program, not a test. */
public final class Throughput {

    private static final int FACTS = 200_000;
    private static final int ACCOUNTS = 1_000;

    private Throughput() {}

    public static void main(String[] properties) {
        History history = new History().pace(Duration.ofMillis(20));
        List<ScriptedAccount> accounts = new ArrayList<>();
        for (int number = 0; number < ACCOUNTS; number++) {
            accounts.add(history.account("account-%06d".formatted(number))
                    .opened()
                    .granted("lot_%022d".formatted(number), 1_000_000_000));
        }
        Random random = new Random(1);
        for (int fact = 0; fact < FACTS; fact++) {
            String site = "site-" + random.nextInt(10);
            accounts.get(random.nextInt(ACCOUNTS))
                    .consumed(
                            "con_%022d".formatted(fact),
                            1 + random.nextInt(500),
                            "Website generation",
                            new Website(site, "acme.example", "https://acme.example"),
                            Map.of());
        }
        history.publish();
        for (int run = 0; run < 3; run++) {
            measure(history, properties);
        }
        System.exit(0);
    }

    private static void measure(History history, String... properties) {
        try (ReadModels readModels = ReadModels.start(history, PostgresForTests.newDatabase(), properties)) {
            long begun = System.nanoTime();
            Duration before = processorTime();
            ProjectionControl.of(readModels).awaitCaughtUp();
            double seconds = (System.nanoTime() - begun) / 1e9;
            double micros = processorTime().minus(before).toNanos() / 1e3 / FACTS;
            System.out.printf(
                    "%,.0f facts/s through all read models (%.1f s), %.1f us of this process a fact%n",
                    FACTS / seconds, seconds, micros);
            sizes(readModels.jdbc());
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void sizes(JdbcTemplate jdbc) {
        for (String table : Rows.tables(jdbc)) {
            Long bytes = jdbc.queryForObject(
                    "select pg_total_relation_size(cast(? as regclass))", Long.class, "projections." + table);
            System.out.printf("  %-24s %6.1f bytes a fact%n", table, bytes == null ? 0.0 : (double) bytes / FACTS);
        }
    }
}
