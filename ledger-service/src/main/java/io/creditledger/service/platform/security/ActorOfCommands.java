package io.creditledger.service.platform.security;

import io.creditledger.service.account.RequestMetadata;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Writes on every command of a request who sends it, so that the facts it causes say so for ever. */
@Component
final class ActorOfCommands {

    ActorOfCommands(CommandGateway gateway) {
        gateway.registerDispatchInterceptor(_ -> (_, command) -> signed(command));
    }

    private static CommandMessage<?> signed(CommandMessage<?> command) {
        return CallerAuthentication.current()
                .<CommandMessage<?>>map(caller -> command.andMetaData(Map.of(RequestMetadata.ACTOR, caller.actor())))
                .orElse(command);
    }
}
