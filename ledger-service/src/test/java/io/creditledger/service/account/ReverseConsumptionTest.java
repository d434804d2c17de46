package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.SITE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.consumptionId;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.draw;
import static io.creditledger.service.account.AccountVocabulary.draws;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.grantUntil;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.reverse;
import static io.creditledger.service.account.AccountVocabulary.revoke;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountRejection.AlreadyReversed;
import io.creditledger.api.account.AccountRejection.ConsumptionNotFound;
import io.creditledger.api.account.AccountRejection.InvalidCommand;
import io.creditledger.api.account.AccountRejection.ReversalExceedsConsumption;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.LotExpired;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReverseConsumptionTest {

    @Test
    void givesAllBack() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30))
                .when(reverse("r", "c"))
                .expectEvents(reversed("r", 30, draws(draw("g", 30)), balance(100, 0)));
    }

    @Test
    void givesBackToTheLotDrawnLastFirst() {
        account()
                .givenCommands(
                        open(),
                        grant("first", 50, LotSource.PLAN, 10),
                        grant("second", 50, LotSource.PLAN, 20),
                        consume("c", 80))
                .when(reverse("r", "c", 40))
                .expectEvents(reversed("r", 40, draws(draw("second", 30), draw("first", 10)), balance(100, 40)));
    }

    @Test
    void givesTheRestBackAfterAPart() {
        account()
                .givenCommands(
                        open(),
                        grant("first", 50, LotSource.PLAN, 10),
                        grant("second", 50, LotSource.PLAN, 20),
                        consume("c", 80),
                        reverse("r1", "c", 40))
                .when(reverse("r2", "c"))
                .expectEvents(reversed("r2", 40, draws(draw("first", 40)), balance(100, 0)));
    }

    @Test
    void opensASpentLotAgain() {
        account()
                .givenCommands(open(), grant("g", 30), consume("c", 30), reverse("r", "c", 10))
                .when(consume("c2", 10))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void opensARevokedLotAgain() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30), revoke("v", "g"), reverse("r", "c"))
                .when(consume("c2", 30))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void expiresAtOnceWhatGoesBackToALotWhoseTimeIsOver() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantUntil("g", 100, ONE), consume("c", 100))
                .andGivenCurrentTime(ONE)
                .when(reverse("r", "c", 60))
                .expectEvents(
                        reversed("r", 60, draws(draw("g", 60)), balance(100, 40)),
                        new LotExpired(ALICE, lotId("g"), credits(60), ONE, balance(40, 40)));
    }

    @Test
    void refusesWhatWasGivenBackBefore() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30), reverse("r1", "c"))
                .when(reverse("r2", "c"))
                .expectNoEvents()
                .expectExceptionDetails(new AlreadyReversed(consumptionId("c").value()));
    }

    @Test
    void refusesMoreThanIsLeft() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30), reverse("r1", "c", 20))
                .when(reverse("r2", "c", 11))
                .expectNoEvents()
                .expectExceptionDetails(
                        new ReversalExceedsConsumption(consumptionId("c").value(), 11, 10));
    }

    @Test
    void refusesAConsumptionThatNeverWas() {
        account()
                .givenCommands(open(), grant("g", 100))
                .when(reverse("r", "c"))
                .expectNoEvents()
                .expectExceptionDetails(
                        new ConsumptionNotFound(consumptionId("c").value()));
    }

    @Test
    void refusesNothing() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30))
                .when(reverse("r", "c", 0))
                .expectNoEvents()
                .expectExceptionDetails(
                        new InvalidCommand("amount", "must be a whole number from 1 to 1,000,000,000,000"));
    }

    @Test
    void repeatsNothing() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30), reverse("r", "c", 10))
                .when(reverse("r", "c", 10))
                .expectNoEvents()
                .expectException(RequestRepeatedException.class);
    }

    private static ConsumptionReversed reversed(String key, long amount, List<Draw> returns, Balance after) {
        return new ConsumptionReversed(
                ALICE,
                ReversalId.of(RequestId.of(ALICE, key(key))),
                consumptionId("c"),
                credits(amount),
                "Generation failed",
                SITE,
                returns,
                after);
    }
}
