package io.creditledger.service.platform.axonserver;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns Axon Server on when {@code ledger.axon-server} names one, as {@code host:port} or several of them separated by commas.
 * Everything else of the connection is said by the usual properties below {@code axon.axonserver}. Found by Spring Boot by name.
 */
public final class NamedAxonServer implements EnvironmentPostProcessor, Ordered {

    private static final String ADDRESS = "ledger.axon-server";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String address = environment.getProperty(ADDRESS, "").strip();
        if (address.isEmpty()) {
            return;
        }
        Map<String, Object> named = new HashMap<>();
        named.put("axon.axonserver.enabled", "true");
        named.put("axon.axonserver.servers", address);
        // Whoever can't reach the store of the facts can't serve.
        named.put("management.endpoint.health.group.readiness.include", "readinessState,axonServer");
        environment.getPropertySources().addFirst(new MapPropertySource("named axon server", named));
    }

    /** After the files of properties have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
