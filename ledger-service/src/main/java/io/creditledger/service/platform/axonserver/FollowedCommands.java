package io.creditledger.service.platform.axonserver;

import io.creditledger.service.platform.tracing.Traces;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Writes on every command of a request that is followed where it is in its trace: another process may be who decides it. */
final class FollowedCommands {

    FollowedCommands(CommandGateway gateway, Traces traces) {
        gateway.registerDispatchInterceptor(_ -> (_, command) -> placed(command, traces.place()));
    }

    private static CommandMessage<?> placed(CommandMessage<?> command, Map<String, String> place) {
        return place.isEmpty() ? command : command.andMetaData(place);
    }
}
