package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;

import io.creditledger.api.purchase.commands.DisableAutoTopUp;
import io.creditledger.api.purchase.events.AutoTopUpDisabled;
import org.junit.jupiter.api.Test;

class DisableAutoTopUpTest {

    @Test
    void endsThem() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 100), topUpBelow(100, 5_000))
                .when(new DisableAutoTopUp(ALICE))
                .expectEvents(new AutoTopUpDisabled(ALICE, balance(100, 0)));
    }

    @Test
    void changesNothingWhenTheyAreOff() {
        account().givenCommands(open()).when(new DisableAutoTopUp(ALICE)).expectNoEvents();
    }

    @Test
    void changesNothingTwice() {
        account()
                .givenCommands(open(), customer(), topUpBelow(100, 5_000), new DisableAutoTopUp(ALICE))
                .when(new DisableAutoTopUp(ALICE))
                .expectNoEvents();
    }
}
