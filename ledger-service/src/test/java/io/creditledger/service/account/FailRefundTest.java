package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.NO_FUNDS;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.refund;
import static io.creditledger.service.account.PurchaseVocabulary.refundId;

import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.commands.FailRefund;
import io.creditledger.api.purchase.events.RefundFailed;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class FailRefundTest {

    @Test
    void letsTheCreditsBeSpentAgain() {
        refunding()
                .when(failed("r"))
                .expectEvents(new RefundFailed(
                        ALICE, refundId("r"), purchaseId("p"), credits(4_000), NO_FUNDS, null, balance(10_000, 0)));
    }

    @Test
    void changesNothingTwice() {
        refunding().andGivenCommands(failed("r")).when(failed("r")).expectNoEvents();
    }

    @Test
    void changesNothingOnceTheMoneyHasGoneBack() {
        refunding()
                .andGivenCommands(news("p").at(1).refunded("r", 400).succeeded())
                .when(failed("r"))
                .expectNoEvents();
    }

    @Test
    void changesNothingAboutAnotherRefund() {
        refunding().when(failed("never asked for")).expectNoEvents();
    }

    @Test
    void releasesNoMoreThanIsStillHeld() {
        refunding()
                .andGivenCommands(
                        consume("c", 6_000), news("p").at(1).refunded(700).succeeded())
                .when(failed("r"))
                .expectEvents(new RefundFailed(
                        ALICE, refundId("r"), purchaseId("p"), credits(4_000), NO_FUNDS, null, balance(3_000, 6_000)));
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        refunding()
                .when(new FailRefund(ALICE, purchaseId("q"), refundId("r"), NO_FUNDS))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("q").value()));
    }

    private static FailRefund failed(String key) {
        return new FailRefund(ALICE, purchaseId("p"), refundId(key), NO_FUNDS);
    }

    private static TestExecutor<CreditAccount> refunding() {
        return account().givenCommands(open(), customer(), purchase("p"), paid("p"), refund("r", "p", 4_000L));
    }
}
