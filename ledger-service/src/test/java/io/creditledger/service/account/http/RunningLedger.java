package io.creditledger.service.account.http;

import io.creditledger.LedgerApplication;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a database of the test class's own, started before its tests and stopped after them. */
public final class RunningLedger implements BeforeAllCallback, AfterAllCallback {

    private final PostgresForTests postgres;
    private final List<String> properties;
    private @Nullable ConfigurableApplicationContext application;

    /**
     * A ledger that starts with the first test.
     *
     * @param properties of the application, as in {@code ledger.http.max-streams=2}
     */
    public RunningLedger(PostgresForTests postgres, String... properties) {
        this.postgres = postgres;
        this.properties = List.of(properties);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start("ledger.api-key=" + LedgerClient.KEY);
    }

    public void start(String... more) {
        JdbcConnectionDetails database = postgres.connectionDetails();
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--ledger.database.url=" + database.getJdbcUrl());
        arguments.add("--ledger.database.username=" + database.getUsername());
        arguments.add("--ledger.database.password=" + database.getPassword());
        properties.forEach(property -> arguments.add("--" + property));
        List.of(more).forEach(property -> arguments.add("--" + property));
        application = SpringApplication.run(LedgerApplication.class, arguments.toArray(String[]::new));
    }

    public void stop() {
        if (application != null) {
            Written.metrics(application.getBean(PrometheusMeterRegistry.class).scrape());
            application.close();
            application = null;
            Written.tables(postgres.connectionDetails());
        }
    }

    public LedgerClient client() {
        ConfigurableApplicationContext running = Objects.requireNonNull(application, "the ledger is not running");
        return new LedgerClient(running.getEnvironment().getRequiredProperty("local.server.port", int.class));
    }

    /** The parts of the running application that are of this type, by their names. */
    public <T> Map<String, T> parts(Class<T> type) {
        return Objects.requireNonNull(application, "the ledger is not running").getBeansOfType(type);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }
}
