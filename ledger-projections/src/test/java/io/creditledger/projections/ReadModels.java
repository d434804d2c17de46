package io.creditledger.projections;

import io.creditledger.api.account.queries.Page;
import io.creditledger.projections.platform.ProjectionsDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process that runs the read models, wired as in production, on a history of the test. */
public final class ReadModels implements AutoCloseable {

    static {
        // A property of Spring is not heard, and tests talk to nobody outside.
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    private final ConfigurableApplicationContext context;

    private ReadModels(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan("io.creditledger.projections")
    static class ReadModelProcess {}

    public static ReadModels start(History history, JdbcConnectionDetails database, String... properties) {
        SpringApplication application = new SpringApplicationBuilder(ReadModelProcess.class)
                .web(WebApplicationType.NONE)
                .properties(settings(properties))
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean("eventBus", EventStore.class, history::store);
                    context.registerBean("database", JdbcConnectionDetails.class, () -> database);
                    context.registerBean("clock", Clock.class, history::clock);
                    context.registerBean(
                            "accounts", StoredAccountsOfTest.class, () -> new StoredAccountsOfTest(history));
                    context.registerBean("meters", SimpleMeterRegistry.class, SimpleMeterRegistry::new);
                })
                .build();
        return new ReadModels(application.run());
    }

    private static Map<String, Object> settings(String... properties) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "axon.axonserver.enabled", "false",
                "axon.serializer.general", "jackson3",
                "axon.timeout.enabled", "false",
                "logging.level.root", "warn",
                "spring.main.banner-mode", "off"));
        Arrays.stream(properties)
                .map(property -> property.split("=", 2))
                .forEach(property -> settings.put(property[0], property[1]));
        return settings;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return bean(ProjectionsDatabase.class).jdbc();
    }

    public QueryGateway queries() {
        return bean(QueryGateway.class);
    }

    public <T> Optional<T> find(Object question, Class<T> answer) {
        return answered(() -> queries()
                .query(question, ResponseTypes.optionalInstanceOf(answer))
                .join());
    }

    @SuppressWarnings("unchecked")
    public <T> Page<T> page(Object question) {
        return answered(() -> (Page<T>)
                queries().query(question, ResponseTypes.instanceOf(Page.class)).join());
    }

    /** Whether a question about a list has an answer at all. */
    public boolean hasPage(Object question) {
        return queries()
                .query(question, ResponseTypes.optionalInstanceOf(Page.class))
                .join()
                .isPresent();
    }

    public <T> List<T> list(Object question, Class<T> item) {
        return answered(() -> queries()
                .query(question, ResponseTypes.multipleInstancesOf(item))
                .join());
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
