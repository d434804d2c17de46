package io.creditledger.service.platform.axon;

import io.creditledger.api.KeyedCommand;
import io.creditledger.api.LedgerRejection;
import io.creditledger.api.Refused;
import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.InvalidCommand;
import io.creditledger.api.purchase.PurchaseRejection.PackageNotFound;
import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.account.AnsweredRequests.Answer;
import io.creditledger.service.account.AnsweredRequests.Fact;
import io.creditledger.service.account.AnsweredRequests.Refusal;
import io.creditledger.service.account.RequestFingerprint;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;

/** Answers commands: the first time from what was decided, every later time from what is stored. */
final class CommandAnswers {

    private final AnsweredRequests requests;

    CommandAnswers(AnsweredRequests requests) {
        this.requests = requests;
    }

    void answer(PendingCommand command, Attempt attempt) {
        switch (attempt) {
            case Attempt.Decided decided -> command.complete(decided.result());
            case Attempt.Refused(InvalidCommand invalid) -> refuseUnlessAnswered(command, invalid);
            case Attempt.Refused(PackageNotFound notOnOffer) -> refuseUnlessAnswered(command, notOnOffer);
            case Attempt.Refused refused -> refuse(command, refused.rejection());
            case Attempt.Repeated() -> replay(command);
            case Attempt.NotStored notStored when notStored.isAnsweredBefore() -> replay(command);
            case Attempt.NotStored notStored -> command.fail(notStored.cause());
        }
    }

    /** A refusal that depends on what the account held is an answer, and kept as one before anyone hears of it. */
    private void refuse(PendingCommand command, LedgerRejection rejection) {
        if (rejection instanceof LedgerRejection.Decided decided
                && command.command() instanceof KeyedCommand movement) {
            Refusal refusal = new Refusal(decided, RequestFingerprint.of(movement));
            Answer standing = requests.refuse(movement.accountId(), movement.requestId(), refusal);
            if (standing != refusal) {
                replay(command, movement, standing);
                return;
            }
        }
        command.fail(refused(new Refused(rejection, false)));
    }

    /**
     * What is wrong now may have been right once, an expiry that lies behind us by now, a package that was still on offer: an
     * answer given then stands.
     */
    private void refuseUnlessAnswered(PendingCommand command, LedgerRejection rejection) {
        if (command.command() instanceof KeyedCommand movement) {
            Optional<Answer> answer = requests.find(movement.accountId(), movement.requestId());
            if (answer.isPresent()) {
                replay(command, movement, answer.get());
                return;
            }
        }
        command.fail(refused(new Refused(rejection, false)));
    }

    private void replay(PendingCommand command) {
        KeyedCommand movement = (KeyedCommand) command.command();
        Answer answer = requests.find(movement.accountId(), movement.requestId())
                .orElseThrow(() -> new IllegalStateException("the answer to " + movement.requestId() + " is missing"));
        replay(command, movement, answer);
    }

    private void replay(PendingCommand command, KeyedCommand movement, Answer answer) {
        if (!answer.fingerprint().equals(RequestFingerprint.of(movement))) {
            command.fail(refused(new Refused(IdempotencyKeyReused.of(movement.idempotencyKey()), false)));
            return;
        }
        switch (answer) {
            case Fact fact -> command.complete(fact.recorded().asReplayed());
            case Refusal refusal -> command.fail(refused(new Refused(refusal.rejection(), true)));
        }
    }

    private static CommandExecutionException refused(Refused refused) {
        return new CommandExecutionException(refused.rejection().toString(), null, refused);
    }
}
