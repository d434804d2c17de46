package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.grantUntil;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;
import static io.creditledger.service.account.PurchaseVocabulary.topUpStarted;

import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.purchase.commands.CheckAutoTopUp;
import org.junit.jupiter.api.Test;

class CheckAutoTopUpTest {

    @Test
    void startsWhatOnlyTimeHasMadeDue() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .andGivenCurrentTime(NOON)
                .andGivenCommands(grantUntil("g", 100, ONE), topUpBelow(100, 5_000))
                .andGivenCurrentTime(ONE)
                .when(new CheckAutoTopUp(ALICE))
                .expectEvents(
                        new LotExpired(ALICE, lotId("g"), credits(100), ONE, balance(0, 0)),
                        topUpStarted(1, VISA, balance(0, 0)));
    }

    @Test
    void startsNothingThatIsNotDue() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 100), topUpBelow(100, 5_000))
                .when(new CheckAutoTopUp(ALICE))
                .expectNoEvents();
    }

    @Test
    void startsNothingWhenTheyAreOff() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(new CheckAutoTopUp(ALICE))
                .expectNoEvents();
    }
}
