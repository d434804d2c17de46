package io.creditledger.service.platform.axon;

import io.creditledger.api.LedgerCommand;
import io.creditledger.api.account.commands.ReverseConsumption;
import io.creditledger.service.platform.tracing.Step;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * A command that waits for its answer.
 *
 * @param step what is followed of it
 * @param callback told the answer, once
 */
record PendingCommand(
        CommandMessage<?> message,
        LedgerCommand command,
        MessageHandler<? super CommandMessage<?>> handler,
        Step step,
        Consumer<CommandResultMessage<?>> callback) {

    boolean isReversal() {
        return command instanceof ReverseConsumption;
    }

    void complete(@Nullable Object result) {
        step.end();
        callback.accept(new GenericCommandResultMessage<>(result));
    }

    void fail(Throwable failure) {
        step.failed(failure);
        step.end();
        callback.accept(new GenericCommandResultMessage<>(failure));
    }
}
