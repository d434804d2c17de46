package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.STOLEN;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.cancel;
import static io.creditledger.service.account.PurchaseVocabulary.canceled;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;

import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotOpen;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.events.CancellationRequested;
import org.junit.jupiter.api.Test;

class CancelPurchaseTest {

    @Test
    void asksForTheEnd() {
        account()
                .givenCommands(open(), purchase("p"))
                .when(cancel(purchaseId("p")))
                .expectEvents(
                        new CancellationRequested(ALICE, purchaseId("p"), CancellationReason.REQUESTED, balance(0, 0)));
    }

    @Test
    void asksOnce() {
        account()
                .givenCommands(open(), purchase("p"), cancel(purchaseId("p")))
                .when(cancel(purchaseId("p")))
                .expectNoEvents();
    }

    @Test
    void changesNothingAboutWhatIsCanceled() {
        account()
                .givenCommands(open(), customer(), purchase("p"), canceled(purchaseId("p")))
                .when(cancel(purchaseId("p")))
                .expectNoEvents();
    }

    @Test
    void refusesWhatIsPaid() {
        account()
                .givenCommands(open(), customer(), purchase("p"), paid("p"))
                .when(cancel(purchaseId("p")))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotOpen(purchaseId("p").value(), PurchaseStatus.SUCCEEDED));
    }

    @Test
    void refusesWhatHasFailed() {
        account()
                .givenCommands(open(), purchase("p"), new FailPurchase(ALICE, purchaseId("p"), 1, STOLEN))
                .when(cancel(purchaseId("p")))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotOpen(purchaseId("p").value(), PurchaseStatus.FAILED));
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        account()
                .givenCommands(open())
                .when(cancel(purchaseId("p")))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("p").value()));
    }
}
