package io.creditledger.service.purchase;

import io.creditledger.api.Refused;
import org.axonframework.commandhandling.CommandExecutionException;

/** The account refused a command. Carries the refusal as the command bus does, so that it is answered the same way. */
public final class RefusedException extends CommandExecutionException {

    private final Refused refusal;

    RefusedException(Refused refusal, CommandExecutionException cause) {
        super(cause.getMessage(), cause, refusal);
        this.refusal = refusal;
    }

    Refused refusal() {
        return refusal;
    }
}
