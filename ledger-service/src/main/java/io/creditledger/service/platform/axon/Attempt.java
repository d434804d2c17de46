package io.creditledger.service.platform.axon;

import io.creditledger.api.LedgerRejection;
import io.creditledger.api.account.AccountRejection;
import io.creditledger.service.account.RequestRepeatedException;
import io.creditledger.service.platform.eventstore.AxonServerFailures;
import io.creditledger.service.platform.eventstore.EventStoreUnavailableException;
import io.creditledger.service.platform.eventstore.RequestAlreadyAnsweredException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What came of deciding a command once. */
sealed interface Attempt {

    /** Decided and stored; the handler's result is the answer. */
    record Decided(@Nullable Object result) implements Attempt {}

    /** The account refused; nothing of the command happened. */
    record Refused(LedgerRejection rejection) implements Attempt {}

    /** The account has decided the same request before. */
    record Repeated() implements Attempt {}

    /** Nothing of the command was stored, because of this. */
    record NotStored(Throwable cause) implements Attempt {

        /** Whether another attempt, with the account read anew, may come out differently. */
        boolean isConflict() {
            return cause instanceof ConcurrencyException;
        }

        boolean isAnsweredBefore() {
            return cause instanceof RequestAlreadyAnsweredException;
        }

        /** Whether one command of several may be the reason, so that each is better tried alone. */
        boolean isOfOne() {
            return !(isConflict() || cause instanceof EventStoreUnavailableException);
        }
    }

    /** Whether it might have come out differently, had more been known of the account. */
    default boolean dependsOnAccount() {
        return switch (this) {
            case Decided _ -> true;
            // Unknown accounts are looked up in the store each time; what is wrong with a command is wrong for every
            // account.
            case Refused refused ->
                !(refused.rejection() instanceof AccountRejection.AccountNotFound
                        || refused.rejection() instanceof AccountRejection.InvalidCommand);
            case Repeated _, NotStored _ -> false;
        };
    }

    static Attempt of(Throwable failure) {
        return switch (failure) {
            case CommandExecutionException refusal
            when refusal.getDetails().orElse(null) instanceof LedgerRejection rejection -> new Refused(rejection);
            case AggregateNotFoundException unknown ->
                new Refused(new AccountRejection.AccountNotFound(
                        unknown.getAggregateIdentifier().toString()));
            case RequestRepeatedException _ -> new Repeated();
            default -> new NotStored(AxonServerFailures.named(failure));
        };
    }

    /** Whether a decision that ended so leaves the account in a state that must not be stored. */
    static boolean mustUndo(Throwable failure) {
        return of(failure) instanceof NotStored;
    }
}
