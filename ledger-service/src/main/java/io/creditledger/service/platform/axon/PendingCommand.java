package io.creditledger.service.platform.axon;

import io.creditledger.api.LedgerCommand;
import io.creditledger.api.account.commands.ReverseConsumption;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * A command that waits for its answer.
 *
 * @param callback told the answer, once
 */
record PendingCommand(
        CommandMessage<?> message,
        LedgerCommand command,
        MessageHandler<? super CommandMessage<?>> handler,
        Consumer<CommandResultMessage<?>> callback) {

    boolean isReversal() {
        return command instanceof ReverseConsumption;
    }

    void complete(@Nullable Object result) {
        callback.accept(new GenericCommandResultMessage<>(result));
    }

    void fail(Throwable failure) {
        callback.accept(new GenericCommandResultMessage<>(failure));
    }
}
