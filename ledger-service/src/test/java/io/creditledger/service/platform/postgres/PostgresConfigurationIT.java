package io.creditledger.service.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application gets as its database. */
class PostgresConfigurationIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(PostgresConfiguration.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

    @Test
    void startsItsOwnPostgresAndStopsItLast() throws Exception {
        Path directory = PostgresForTests.temporaryDirectory();
        try {
            application
                    .withPropertyValues(
                            "ledger.data-dir=" + directory.resolve("data"),
                            "ledger.database.embedded.shared-buffers=64MB",
                            "ledger.database.embedded.binaries="
                                    + PostgresForTests.sharedBinaries().binaries())
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
                        assertThat(jdbc.sql("show shared_buffers")
                                        .query(String.class)
                                        .single())
                                .isEqualTo("64MB");
                        assertThat(jdbc.sql("show application_name")
                                        .query(String.class)
                                        .single())
                                .isEqualTo("credit-ledger");
                        assertThat(context.getBeanFactory().getDependentBeans("jdbcConnectionDetails"))
                                .contains("dataSource", "eventWriterDataSource");
                    });
            assertThat(Postmaster.of(directory.resolve("data").resolve("postgres")))
                    .isEmpty();
        } finally {
            PostgresForTests.deleteRecursively(directory);
        }
    }

    @Test
    void takesAnotherPostgresByItsAddress() {
        Credentials details = (Credentials) POSTGRES.connectionDetails();
        application
                .withPropertyValues(
                        "ledger.database.url=" + details.jdbcUrl()
                                + "?options=-c%20default_transaction_isolation=serializable",
                        "ledger.database.username=" + details.username(),
                        "ledger.database.password=" + details.password())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context).doesNotHaveBean(EmbeddedPostgresServer.class);
                    HikariDataSource writer = context.getBean("eventWriterDataSource", HikariDataSource.class);
                    assertThat(shown(writer, "statement_timeout")).isEqualTo("10s");
                    assertThat(shown(writer, "transaction_timeout")).isEqualTo("12s");
                    assertThat(shown(writer, "transaction_isolation")).isEqualTo("read committed");
                });
    }

    private static String shown(HikariDataSource connections, String setting) {
        return JdbcClient.create(connections)
                .sql("show " + setting)
                .query(String.class)
                .single();
    }

    @Test
    void refusesToStartOnAPostgresThatForgets() {
        Credentials details = (Credentials) POSTGRES.connectionDetails();
        ApplicationContextRunner forgetful = application.withPropertyValues(
                "ledger.database.url=" + details.jdbcUrl() + "?options=-c%20synchronous_commit=off",
                "ledger.database.username=" + details.username(),
                "ledger.database.password=" + details.password());

        forgetful.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("PostgreSQL runs with synchronous_commit=off"));
        forgetful.withPropertyValues("ledger.database.durability-check=false").run(context -> assertThat(context)
                .hasNotFailed());
    }

    @Test
    void saysHowAnAddressIsWritten() {
        application
                .withPropertyValues("ledger.database.url=postgres://localhost/ledger")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("jdbc:postgresql://localhost:5432/ledger"));
    }
}
