package io.creditledger.service.platform.axonserver;

import io.creditledger.service.platform.tracing.Traces;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The buses by way of Axon Server. What this process handles itself stays as it is, as the local segment. Axon's own
 * configuration makes the command bus; the query bus it leaves to whoever has one already.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("axon.axonserver.enabled")
class AxonServerBuses {

    @Bean
    RoutingStrategy routingStrategy() {
        return new AccountRouting();
    }

    @Bean
    @Primary
    AxonServerQueryBus axonServerQueryBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            @Qualifier("localSegment") QueryBus localSegment,
            @Qualifier("messageSerializer") Serializer serializer) {
        AxonServerQueryBus.Builder builder = AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(localSegment)
                .updateEmitter(localSegment.queryUpdateEmitter())
                .messageSerializer(serializer)
                .genericSerializer(serializer);
        if (configuration.isShortcutQueriesToLocalHandlers()) {
            builder.enabledLocalSegmentShortCut();
        }
        return builder.build();
    }

    @Bean
    FollowedCommands followedCommands(CommandGateway gateway, Traces traces) {
        return new FollowedCommands(gateway, traces);
    }

    /** Its name, less the suffix, is what health groups call it: {@code axonServer}. */
    @Bean
    AxonServerHealth axonServerHealthIndicator(
            AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return new AxonServerHealth(connections, configuration.getContext());
    }
}
