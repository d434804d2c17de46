package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two ledgers on one PostgreSQL are replaced one after the other, as "Upgrade without downtime" in docs/operating.md says, while
 * clients go from one to the other and a newer version leaves its traces in the database.
 */
class RollingUpgradeIT {

    private static final List<String> ACCOUNTS = List.of("roll:0", "roll:1", "roll:2", "roll:3");
    private static final String NEWER_FIELD = "roll:newer-field";
    private static final String NEWER_FACT = "roll:newer-fact";
    private static final int CLIENTS = 8;
    private static final int SOME = 200;
    private static final long PLENTY = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** As a newer version would, with what it knows besides. */
    private static final String APPEND = """
            insert into ledger.domain_event_entry (global_index, aggregate_identifier, sequence_number, time_stamp, type,
                event_identifier, payload_type, payload_revision, payload, meta_data)
            select (select max(global_index) + 1 from ledger.domain_event_entry), aggregate_identifier, sequence_number + 1,
                time_stamp, type, gen_random_uuid()::text, '%s', null, jsonb_build_object('accountId', aggregate_identifier,
                    'balance', payload::jsonb -> 'balance', 'newer', 5, 'displayName', 'Newer', 'metadata', '{}'::jsonb)::text,
                '{}'
            from ledger.domain_event_entry where aggregate_identifier = '%s' order by sequence_number desc limit 1""";

    @Test
    void replacesOneAfterTheOtherAndNobodyNotices() throws Exception {
        try (ArchivedPostgres postgres = ArchivedPostgres.start(
                        LedgerProcess.emptyFolder("roll").resolve("cluster"),
                        LedgerProcess.emptyFolder("roll-archive"),
                        0);
                LedgerProcess first = on(postgres, "roll-first");
                LedgerProcess second = on(postgres, "roll-second")) {
            first.start();
            for (String account : ACCOUNTS) {
                first.client().open(account, PLENTY);
            }
            first.client().open(NEWER_FIELD, PLENTY);
            first.client().open(NEWER_FACT, PLENTY);
            second.start();
            try (Load load =
                    Load.between(List.of(first.client(), second.client()), ACCOUNTS, first.folder(), CLIENTS, 1)) {
                awaitMore(load);
                aNewerVersionMigrates(postgres);
                for (LedgerProcess old : List.of(first, second)) {
                    assertThat(old.terminate()).as("ends by itself").isTrue();
                    awaitMore(load);
                    old.start();
                    awaitMore(load);
                }
                load.stop();
                assertThat(load.unexpected())
                        .as("answers other than 201 and 503")
                        .isEmpty();
            }
            var journal = Journal.read(first.folder());
            assertThat(journal.values()).as("each request succeeded at last").containsOnly(Journal.Outcome.OK);
            new Audit(first.client(), ACCOUNTS, journal).everything();
            new Audit(second.client(), ACCOUNTS, journal).everything();
            LedgerProcess.Audited audited = second.audit("verify");
            assertThat(audited.inOrder()).as(audited.said()).isTrue();

            aFieldThatNobodyKnowsIsLeftAlone(postgres, first);
            aFactThatNobodyKnowsStopsItsAccountAndNoOther(postgres, first, second);
        }
    }

    private static LedgerProcess on(ArchivedPostgres postgres, String name) throws IOException {
        return LedgerProcess.in(name)
                .with("LEDGER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres")
                .with("LEDGER_DATABASE_USERNAME", "postgres")
                .with("LEDGER_DATABASE_PASSWORD", "postgres");
    }

    /** What MigrationsTest lets it do: add. The old version goes on beside it, and can be started again. */
    private static void aNewerVersionMigrates(ArchivedPostgres postgres) throws SQLException {
        assertThat(postgres.text("select count(*) from pg_tables where tablename = 'flyway_schema_history'"))
                .isEqualTo("4");
        postgres.execute("""
                do $$ declare history record; begin
                    for history in select schemaname from pg_tables where tablename = 'flyway_schema_history' loop
                        execute format('insert into %1$I.flyway_schema_history (installed_rank, version, description, type,
                                script, checksum, installed_by, execution_time, success)
                            select max(installed_rank) + 1, ''1000'', ''newer'', ''SQL'', ''V1000__newer.sql'', 1, ''newer'',
                                1, true from %1$I.flyway_schema_history', history.schemaname);
                    end loop;
                end $$""");
        postgres.execute("alter table ledger.domain_event_entry add column newer text");
        postgres.execute("alter table projections.balance_account add column newer text not null default 'newer'");
        postgres.execute("create table projections.newer (account_id text primary key)");
    }

    private static void aFieldThatNobodyKnowsIsLeftAlone(ArchivedPostgres postgres, LedgerProcess ledger)
            throws Exception {
        postgres.execute(APPEND.formatted("AccountDetailsChanged", NEWER_FIELD));
        Awaitility.await("the read model shows what it knows of it")
                .atMost(PATIENCE)
                .until(() -> ledger.client()
                        .get("/v1/accounts/" + NEWER_FIELD)
                        .json()
                        .path("displayName")
                        .asString("")
                        .equals("Newer"));
        assertThat(ledger.client()
                        .consume(new Consumption(NEWER_FIELD, "beside", 1, "site"))
                        .status())
                .isEqualTo(201);
        LedgerProcess.Audited audited = ledger.audit("verify", "--account", NEWER_FIELD);
        assertThat(audited.inOrder()).as(audited.said()).isTrue();
    }

    /** Whoever does not know what happened to an account must not decide about its credits. */
    private static void aFactThatNobodyKnowsStopsItsAccountAndNoOther(
            ArchivedPostgres postgres, LedgerProcess knew, LedgerProcess other) throws Exception {
        Consumption known = new Consumption(NEWER_FACT, "known", 1, "site");
        assertThat(knew.client().consume(known).status()).isEqualTo(201);
        postgres.execute(APPEND.formatted("CreditsTeleported", NEWER_FACT));
        for (LedgerProcess ledger : List.of(knew, other)) {
            LedgerClient.Answer answer = ledger.client().consume(new Consumption(NEWER_FACT, "not-now", 1, "site"));
            assertThat(answer.isUnavailable()).as(answer.body()).isTrue();
            assertThat(ledger.client()
                            .consume(new Consumption(ACCOUNTS.getFirst(), "beside-" + ledger.port(), 1, "site"))
                            .status())
                    .isEqualTo(201);
        }
        Awaitility.await("all read models have set that account aside")
                .atMost(PATIENCE)
                .until(() -> setAside(other).stream().allMatch(accounts -> accounts == 1));
        assertThat(postgres.text("select string_agg(distinct payload_type, ' ') from projections.dead_letter"))
                .as("kept as it is, for the version that knows it")
                .isEqualTo("CreditsTeleported");
        LedgerProcess.Audited audited = other.audit("verify", "--account", NEWER_FACT);
        assertThat(audited.inOrder()).as(audited.said()).isFalse();
        assertThat(audited.said()).contains(NEWER_FACT);
        assertThat(knew.logged() + other.logged()).contains("CreditsTeleported");
    }

    private static List<Integer> setAside(LedgerProcess ledger) throws IOException {
        JsonNode models = ledger.client().get("/v1/audit/projections").json().path("items");
        assertThat(models.size()).isPositive();
        return models.valueStream()
                .map(model -> model.path("deadLetterAccounts").asInt())
                .toList();
    }

    private static void awaitMore(Load load) {
        long wanted = load.recorded() + SOME;
        Awaitility.await("more is acknowledged").atMost(PATIENCE).until(() -> load.recorded() >= wanted);
    }
}
