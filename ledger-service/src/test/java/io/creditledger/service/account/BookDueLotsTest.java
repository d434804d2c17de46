package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.TWO;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grantFrom;
import static io.creditledger.service.account.AccountVocabulary.grantUntil;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.BookDueLots;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class BookDueLotsTest {

    private static final BookDueLots BOOK = new BookDueLots(ALICE);

    @Test
    void booksExpiries() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantUntil("g", 100, ONE), consume("c", 30))
                .andGivenCurrentTime(ONE)
                .when(BOOK)
                .expectEvents(new LotExpired(ALICE, lotId("g"), credits(70), ONE, balance(30, 30)));
    }

    @Test
    void booksActivations() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantFrom("g", 100, ONE))
                .andGivenCurrentTime(ONE)
                .when(BOOK)
                .expectEvents(new LotActivated(ALICE, lotId("g"), credits(100), balance(100, 0)));
    }

    @Test
    void booksBothOfALotThatNobodySawAlive() {
        GrantCredits oneToTwo =
                new GrantCredits(ALICE, key("g"), credits(100), LotSource.PLAN, "An hour", null, ONE, TWO);

        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), oneToTwo)
                .andGivenCurrentTime(TWO)
                .when(BOOK)
                .expectEvents(
                        new LotActivated(ALICE, lotId("g"), credits(100), balance(100, 0)),
                        new LotExpired(ALICE, lotId("g"), credits(100), TWO, balance(0, 0)));
    }

    @Test
    void booksNothingEarly() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantUntil("g", 100, ONE), grantFrom("h", 10, TWO))
                .when(BOOK)
                .expectNoEvents();
    }

    @Test
    void booksNothingTwice() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantUntil("g", 100, ONE))
                .andGivenCurrentTime(ONE)
                .andGivenCommands(BOOK)
                .when(BOOK)
                .expectNoEvents();
    }

    @Test
    void refusesAnUnknownAccount() {
        account().givenNoPriorActivity().when(BOOK).expectNoEvents().expectException(AggregateNotFoundException.class);
    }
}
