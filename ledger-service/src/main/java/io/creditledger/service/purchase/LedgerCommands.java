package io.creditledger.service.purchase;

import io.creditledger.api.LedgerCommand;
import io.creditledger.api.Refused;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Sends commands and waits for what was decided: carrying on depends on it. */
final class LedgerCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandGateway gateway;

    LedgerCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * The answer to a command.
     *
     * @throws RefusedException if the account refused it
     */
    <T> T send(LedgerCommand command, Class<T> answer) {
        try {
            return answer.cast(gateway.send(command).get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            throw failureOf(failed);
        } catch (TimeoutException slow) {
            throw new IllegalStateException("the ledger has not decided in time", slow);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the ledger is stopping", stopping);
        }
    }

    private static RuntimeException failureOf(ExecutionException failed) {
        if (failed.getCause() instanceof CommandExecutionException refusal
                && refusal.getDetails().orElse(null) instanceof Refused refused) {
            return new RefusedException(refused, refusal);
        }
        return failed.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(failed.getCause());
    }
}
