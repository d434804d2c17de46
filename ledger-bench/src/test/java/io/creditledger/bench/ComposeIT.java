package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The ledger's processes of docker-compose.yml, started by hand with the settings that they have there. Only what a machine of its
 * own would give each of them is replaced: the address of PostgreSQL, the place of the secrets, the port.
 */
class ComposeIT {

    private static final String DATABASE_PASSWORD = "of-the-database-of-compose";

    private static SharedPostgres postgres;
    private static Path secrets;
    private static LedgerProcess service;
    private static LedgerProcess projections;

    @BeforeAll
    static void start() throws IOException {
        postgres = SharedPostgres.start(
                LedgerProcess.emptyFolder("compose-postgres").resolve("cluster"), 0);
        JsonNode database = Deployment.services().path("postgres").path("environment");
        postgres.create(
                database.path("POSTGRES_DB").asString(),
                database.path("POSTGRES_USER").asString(),
                DATABASE_PASSWORD);
        secrets = LedgerProcess.emptyFolder("compose-secrets");
        Files.writeString(secrets.resolve("ledger.database.password"), DATABASE_PASSWORD);
        Files.writeString(secrets.resolve("ledger.api-key"), LedgerProcess.API_KEY);
        service = process("ledger-service");
        projections = process("ledger-projections");
        service.start();
        projections.start();
    }

    private static LedgerProcess process(String name) throws IOException {
        LedgerProcess process = LedgerProcess.in(name).without("LEDGER_API_KEY").without("LEDGER_DATA_DIR");
        for (Map.Entry<String, JsonNode> setting :
                Deployment.services().path(name).path("environment").properties()) {
            process.with(
                    setting.getKey(),
                    setting.getValue()
                            .asString()
                            .replace("//postgres:5432/", "//127.0.0.1:" + postgres.port() + "/")
                            .replace("/run/ledger/", secrets + "/"));
        }
        return process;
    }

    @AfterAll
    static void stop() throws IOException {
        for (LedgerProcess process : List.of(service, projections)) {
            process.close();
        }
        postgres.close();
    }

    @Test
    void whatOneDecidesTheOtherShows() throws IOException {
        LedgerClient client = service.client();
        client.open("compose", 100);
        LedgerClient.Answer consumed = client.consume(new Consumption("compose", "c", 30, "site"));
        assertThat(consumed.status()).as(consumed.body()).isEqualTo(201);

        LedgerClient.Answer shown = client.get("/v1/accounts/compose/balance?minRevision="
                + consumed.json().path("revision").asLong());

        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().path("available").asLong()).isEqualTo(70);
        assertThat(client.get("/v1/audit/projections").json().path("items"))
                .as("somebody moves every read model")
                .isNotEmpty()
                .allMatch(model -> model.path("running").asBoolean());
        assertThat(client.get("/actuator/projections").json().path("groups"))
                .as("none is moved by the one that answers")
                .isNotEmpty()
                .allMatch(group -> group.path("segments").isEmpty());
        assertThat(projections.client().get("/v1/accounts/compose/balance").status())
                .isEqualTo(404);
    }

    @Test
    void eachIsHealthyForWhoeverLooksAfterIt() throws Exception {
        for (LedgerProcess process : List.of(service, projections)) {
            ProcessBuilder check = new ProcessBuilder(
                    Deployment.FOLDER.resolve("healthcheck").toAbsolutePath().toString());
            check.environment().put("LEDGER_PORT", Integer.toString(process.port()));
            assertThat(check.start().waitFor()).isZero();
        }
    }

    @Test
    void noSecretOfTheirsIsInTheirEnvironmentOrLog() throws IOException {
        for (LedgerProcess process : List.of(service, projections)) {
            assertThat(process.environment()).doesNotContain(DATABASE_PASSWORD, LedgerProcess.API_KEY);
            assertThat(process.logged()).isNotEmpty().doesNotContain(DATABASE_PASSWORD, LedgerProcess.API_KEY);
        }
    }
}
