package io.creditledger.service.platform.axonserver;

import io.creditledger.api.LedgerCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;

/** Commands of one account go to one process, which has it in memory; others are spread by what they are. */
final class AccountRouting implements RoutingStrategy {

    @Override
    public String getRoutingKey(CommandMessage<?> command) {
        return command.getPayload() instanceof LedgerCommand ledgerCommand
                ? ledgerCommand.accountId().value()
                : command.getCommandName();
    }
}
