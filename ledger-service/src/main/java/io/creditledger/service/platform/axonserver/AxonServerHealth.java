package io.creditledger.service.platform.axonserver;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while there is no connection to Axon Server, and so no fact can be stored. */
final class AxonServerHealth extends AbstractHealthIndicator {

    private final AxonServerConnectionManager connections;
    private final String context;

    AxonServerHealth(AxonServerConnectionManager connections, String context) {
        super("the connection to Axon Server could not be looked at");
        this.connections = connections;
        this.context = context;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (connections.isConnected(context)) {
            health.up();
        } else {
            health.down();
        }
        health.withDetail("context", context);
    }
}
