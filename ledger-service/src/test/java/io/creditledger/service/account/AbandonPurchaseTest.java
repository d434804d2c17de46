package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.cancel;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;

import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.commands.AbandonPurchase;
import io.creditledger.api.purchase.commands.RetryPayment;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AbandonPurchaseTest {

    @Test
    void endsWhatIsToBeCanceledAndHasNoPayment() {
        account()
                .givenCommands(open(), purchase("p"), cancel(purchaseId("p")))
                .when(abandon(1))
                .expectEvents(new PurchaseCanceled(ALICE, purchaseId("p"), null, Instant.EPOCH, balance(0, 0)));
    }

    @Test
    void leavesWhatNobodyWantsCanceled() {
        account().givenCommands(open(), purchase("p")).when(abandon(1)).expectNoEvents();
    }

    @Test
    void leavesWhatHasAPayment() {
        account()
                .givenCommands(
                        open(),
                        customer(),
                        purchase("p"),
                        cancel(purchaseId("p")),
                        news("p").is(PaymentStatus.PROCESSING))
                .when(abandon(1))
                .expectNoEvents();
    }

    @Test
    void leavesWhatIsAtAnotherAttempt() {
        account()
                .givenCommands(
                        open(), purchase("p"), new RetryPayment(ALICE, purchaseId("p"), 1), cancel(purchaseId("p")))
                .when(abandon(1))
                .expectNoEvents();
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        account()
                .givenCommands(open())
                .when(abandon(1))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("p").value()));
    }

    private static AbandonPurchase abandon(int attempt) {
        return new AbandonPurchase(ALICE, purchaseId("p"), attempt);
    }
}
