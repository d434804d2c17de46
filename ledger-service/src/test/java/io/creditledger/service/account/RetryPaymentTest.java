package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;

import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.commands.RetryPayment;
import io.creditledger.api.purchase.events.PaymentRetried;
import org.junit.jupiter.api.Test;

class RetryPaymentTest {

    @Test
    void asksAnew() {
        account()
                .givenCommands(open(), purchase("p"))
                .when(retry(1))
                .expectEvents(new PaymentRetried(ALICE, purchaseId("p"), 2, balance(0, 0)));
    }

    @Test
    void givesUpEachAttemptOnce() {
        account().givenCommands(open(), purchase("p"), retry(1)).when(retry(1)).expectNoEvents();
    }

    @Test
    void leavesWhatHasAPayment() {
        account()
                .givenCommands(open(), customer(), purchase("p"), news("p").is(PaymentStatus.PROCESSING))
                .when(retry(1))
                .expectNoEvents();
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        account()
                .givenCommands(open())
                .when(retry(1))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("p").value()));
    }

    private static RetryPayment retry(int attempt) {
        return new RetryPayment(ALICE, purchaseId("p"), attempt);
    }
}
