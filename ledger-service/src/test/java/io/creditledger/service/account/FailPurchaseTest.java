package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.STOLEN;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.declined;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;
import static io.creditledger.service.account.PurchaseVocabulary.topUpId;

import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.commands.RetryPayment;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.PurchaseFailed;
import org.junit.jupiter.api.Test;

class FailPurchaseTest {

    @Test
    void endsThePurchase() {
        account()
                .givenCommands(open(), purchase("p"))
                .when(failed(1))
                .expectEvents(new PurchaseFailed(ALICE, purchaseId("p"), STOLEN, balance(0, 0)));
    }

    @Test
    void leavesWhatIsAtAnotherAttempt() {
        account()
                .givenCommands(open(), purchase("p"), new RetryPayment(ALICE, purchaseId("p"), 1))
                .when(failed(1))
                .expectNoEvents();
    }

    @Test
    void leavesWhatHasAPayment() {
        account()
                .givenCommands(open(), customer(), purchase("p"), declined("p", STOLEN))
                .when(failed(1))
                .expectNoEvents();
    }

    @Test
    void pausesTopUpsWhenOneOfThemIsImpossible() {
        account()
                .givenCommands(open(), customer(), saved(VISA), topUpBelow(100, 5_000))
                .when(new FailPurchase(ALICE, topUpId(1), 1, STOLEN))
                .expectEvents(
                        new PurchaseFailed(ALICE, topUpId(1), STOLEN, balance(0, 0)),
                        new AutoTopUpPaused(ALICE, PauseReason.PAYMENT_DECLINED, STOLEN, null, balance(0, 0)));
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        account()
                .givenCommands(open())
                .when(failed(1))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("p").value()));
    }

    private static FailPurchase failed(int attempt) {
        return new FailPurchase(ALICE, purchaseId("p"), attempt, STOLEN);
    }
}
