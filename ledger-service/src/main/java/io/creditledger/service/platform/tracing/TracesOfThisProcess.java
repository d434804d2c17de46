package io.creditledger.service.platform.tracing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where nobody takes traces, nothing of them is made: not even an id for each request. Found by Spring Boot through its list of
 * factories.
 */
final class TracesOfThisProcess implements EnvironmentPostProcessor, Ordered {

    static final String ADDRESS = "ledger.traces.address";

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final String EXCLUDE = "spring.autoconfigure.exclude";
    private static final String AUTO_CONFIGURATION =
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration";

    /** After the files of settings are read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String address = environment.getProperty(ADDRESS, "");
        Map<String, Object> properties =
                address.isBlank() ? Map.of(EXCLUDE, AUTO_CONFIGURATION) : Map.of(ENDPOINT, address);
        environment.getPropertySources().addLast(new MapPropertySource("traces", properties));
    }
}
