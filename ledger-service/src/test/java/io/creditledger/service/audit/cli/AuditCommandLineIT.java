package io.creditledger.service.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.LedgerApplication;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command line, against a ledger that runs: what it says, and how it ends. */
@Timeout(180)
class AuditCommandLineIT {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    private static LedgerClient client;

    @BeforeAll
    static void open() {
        client = LEDGER.client();
        for (String account : new String[] {"acme", "bravo", "changed"}) {
            client.put("/v1/accounts/" + account, "{\"displayName\": \"Account\"}")
                    .is(201);
            for (int number = 0; number < 3; number++) {
                client.post(
                                "/v1/accounts/" + account + "/grants",
                                "g" + number,
                                "{\"amount\": 100, \"source\": \"plan\", \"description\": \"Plan\"}")
                        .is(201);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "verify", "replay", "export", "import", "check", "status"})
    void everyCommandTellsHowItIsUsed(String command) {
        String[] arguments = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};

        Cli help = Cli.run(Map.of(), arguments).is(0);

        assertThat(help.out()).startsWith("Usage: ./ledger audit " + command);
        assertThat(help.out()).contains(command.isEmpty() ? "Exit codes:" : "--json");
    }

    @Test
    void whatIsRightIsFine() {
        Cli verified =
                Cli.run(client, "verify", "--from", "acme", "--to", "bravo").is(0);
        assertThat(verified.out()).contains("completed: 2 accounts, 8 facts").contains("no difference");

        Cli json = Cli.run(client, "verify", "--account", "acme", "--json").is(0);
        assertThat(json.json().path("state").asString()).isEqualTo("completed");
        assertThat(json.json().path("events").asLong()).isEqualTo(4);
        assertThat(json.err()).contains("verification ver_").contains("facts");
    }

    @Test
    void aDifferenceIsNamedAndEndsWithOne() {
        try (HikariDataSource connections = POSTGRES.dataSource(1)) {
            JdbcTemplate database = new JdbcTemplate(connections);
            Cli.run(client, "verify", "--account", "changed").is(0);
            assertThat(database.update("update projections.transactions_line set amount = amount - 1"
                            + " where account_id = 'changed' and revision = 2"))
                    .isEqualTo(1);

            Cli found = Cli.run(client, "verify", "--account", "changed").is(1);
            assertThat(found.out()).contains("1 difference").contains("account changed  revision 2  transactions");

            Cli json =
                    Cli.run(client, "verify", "--account", "changed", "--json").is(1);
            assertThat(json.json().path("differences").get(0).path("revision").asLong())
                    .isEqualTo(2);
        }
    }

    @Test
    void readModelsAreMadeAnew() {
        try (HikariDataSource connections = POSTGRES.dataSource(1)) {
            JdbcTemplate database = new JdbcTemplate(connections);
            for (String[] which : new String[][] {{}, {"--projection", "lots"}, {"--account", "bravo"}}) {
                assertThat(database.update(
                                "update projections.lots_lot set remaining = remaining - 1 where account_id = 'bravo'"))
                        .isEqualTo(3);
                Cli.run(client, "verify", "--account", "bravo").is(1);

                Cli replayed = Cli.run(client, arguments("replay", which)).is(0);

                assertThat(replayed.out()).startsWith("switched: ");
                assertThat(replayed.err()).contains("rebuild ");
                Cli.run(client, "verify", "--account", "bravo").is(0);
            }
            Cli json = Cli.run(client, "replay", "--account", "bravo", "--json").is(0);
            assertThat(json.json().path("state").asString()).isEqualTo("switched");
            assertThat(json.json().path("events").asLong()).isEqualTo(4);
        }
    }

    private static String[] arguments(String command, String... others) {
        return Stream.concat(Stream.of(command), Stream.of(others)).toArray(String[]::new);
    }

    @Test
    void theStatusSaysWhereEverythingIs() {
        Cli.run(client, "verify", "--account", "acme").is(0);

        Cli status = Cli.run(client, "status").is(0);
        assertThat(status.out())
                .contains(
                        "balance: running, ",
                        "0 accounts set aside",
                        "latest verification: completed, through account acme");
        assertThat(status.out()).containsPattern("all is there and shown through fact|has not been seen yet");
        assertThat(Cli.run(client, "status", "--json")
                        .is(0)
                        .json()
                        .path("completeness")
                        .path("incompleteCount")
                        .asInt(-1))
                .isZero();
        assertThat(Cli.run(client, "status", "--json").is(0).json().path("projections"))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a wrong key        | clk_wrong | http://localhost:PORT | verify                              | The request has no valid key
            no key             |           | http://localhost:PORT | verify                              | There is no key
            nobody there       | clk_x     | http://localhost:1    | verify                              | No answer from the ledger at http://localhost:1
            no address         | clk_x     | localhost             | verify                              | is no address of the kind
            no such command    | KEY       | http://localhost:PORT | conjure                             | conjure
            no command         | KEY       | http://localhost:PORT |                                     | which command?
            no such option     | KEY       | http://localhost:PORT | verify --hard                       | --hard
            two ways at once   | KEY       | http://localhost:PORT | verify --resume x --account y       | takes no other option
            two ranges at once | KEY       | http://localhost:PORT | verify --account a --from b         | The request is not valid
            nothing to resume  | KEY       | http://localhost:PORT | verify --resume ver_none            | there is no such verification
            no such account    | KEY       | http://localhost:PORT | export --account none --output x    | There is no such account
            no such read model | KEY       | http://localhost:PORT | replay --projection none            | is no read model
            nobody to replay   | KEY       | http://localhost:PORT | replay --account none               | There is no such account
            no archive         | KEY       | http://localhost:PORT | import /nowhere                     | can't be read
            """)
    void whatCanNotRunEndsWithTwo(String what, String key, String address, String arguments, String says) {
        Map<String, String> environment = Map.of(
                "LEDGER_API_KEY",
                key == null ? "" : key.replace("KEY", LedgerClient.KEY),
                "LEDGER_URL",
                address.replace("PORT", Integer.toString(client.port())));

        Cli refused = Cli.run(environment, arguments == null ? new String[0] : arguments.split(" ", -1));

        assertThat(refused.is(2).err()).as(what).contains(says);
    }

    @Test
    void aRefusalIsJsonToo() {
        Cli refused =
                Cli.run(client, "verify", "--resume", "ver_none", "--json").is(2);

        assertThat(refused.json().path("status").asInt()).isEqualTo(404);
        assertThat(refused.json().path("type").asString()).endsWith("not-found");
    }

    /** In a process of its own, as a person has it. */
    @Test
    void whoeverIsInterruptedCanGoOn() throws IOException, InterruptedException {
        Process process = start("verify", "--from", "acme", "--to", "bravo", "--max-events-per-second", "1");
        String id = "";
        StringBuilder told = new StringBuilder();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.append(line).append('\n');
                if (line.startsWith("verification ver_")) {
                    id = line.substring("verification ".length());
                    // Unlike the process's own way to be ended, this leaves what it says readable.
                    process.toHandle().destroy();
                }
            }
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(told.toString()).contains("./ledger audit verify --resume " + id);
        assertThat(client.get("/v1/audit/verifications/" + id).text("/state")).isEqualTo("stopped");
        Cli resumed = Cli.run(client, "verify", "--resume", id).is(0);
        assertThat(resumed.out()).contains("completed: 2 accounts");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LedgerApplication.class.getName(),
                AuditCommandLine.NAME));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LEDGER_API_KEY", LedgerClient.KEY);
        builder.environment().put("LEDGER_URL", "http://localhost:" + client.port());
        return builder.start();
    }
}
