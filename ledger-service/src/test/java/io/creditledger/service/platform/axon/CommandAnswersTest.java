package io.creditledger.service.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.Refused;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseRejection.PackageNotFound;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.account.RequestFingerprint;
import io.creditledger.service.platform.tracing.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request is answered whose package is on offer no more. */
class CommandAnswersTest {

    private static final PurchaseCredits PURCHASE =
            new PurchaseCredits(new AccountId("alice"), new IdempotencyKey("k"), new PackageId("gone"), null, false);
    private static final Recorded STARTED = new Recorded(
            new PurchaseStarted(
                    PURCHASE.accountId(),
                    PurchaseId.of(PURCHASE.requestId()),
                    new CreditPackage(PURCHASE.packageId(), 1, Credits.of(100), new Price(1_000, "usd")),
                    PurchaseInitiator.CUSTOMER,
                    null,
                    false,
                    new Balance(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO)),
            1,
            Instant.EPOCH,
            false);

    private final List<CommandResultMessage<?>> answers = new ArrayList<>();

    @Test
    void aRepeatedPurchaseGetsItsFirstAnswer() {
        AnsweredRequests.Answer first = new AnsweredRequests.Fact(STARTED, RequestFingerprint.of(PURCHASE));

        refusePackage(first);

        assertThat(answers).singleElement().satisfies(answer -> assertThat(answer.getPayload())
                .isEqualTo(STARTED.asReplayed()));
    }

    @Test
    void aNewPurchaseIsRefused() {
        refusePackage(null);

        assertThat(answers).singleElement().satisfies(answer -> assertThat(answer.exceptionResult())
                .isInstanceOfSatisfying(CommandExecutionException.class, refusal -> assertThat(refusal.getDetails())
                        .hasValue(new Refused(new PackageNotFound("gone"), false))));
    }

    private void refusePackage(AnsweredRequests.@Nullable Answer before) {
        new CommandAnswers(new Remembering(before))
                .answer(
                        new PendingCommand(
                                new GenericCommandMessage<>(PURCHASE),
                                PURCHASE,
                                _ -> "not handled",
                                Step.NOTHING,
                                answers::add),
                        new Attempt.Refused(new PackageNotFound("gone")));
    }

    /** Has one answer, or none. */
    private record Remembering(AnsweredRequests.@Nullable Answer answer) implements AnsweredRequests {

        @Override
        public Optional<Answer> find(AccountId account, RequestId request) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Answer refuse(AccountId account, RequestId request, Refusal refusal) {
            throw new IllegalStateException("a wrong request is not remembered");
        }
    }
}
