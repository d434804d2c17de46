package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.reverse;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.drawOf;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.refund;
import static io.creditledger.service.account.PurchaseVocabulary.refundId;
import static io.creditledger.service.account.PurchaseVocabulary.usd;

import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PurchaseRejection.NothingToRefund;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseDisputed;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotPaid;
import io.creditledger.api.purchase.PurchaseRejection.RefundExceedsUnspent;
import io.creditledger.api.purchase.PurchaseRejection.RefundTooSmall;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.RefundRequested;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

class RefundPurchaseTest {

    @Test
    void holdsTheCreditsFirst() {
        bought().when(refund("r", "p", 4_000L)).expectEvents(requested("r", 4_000, 400, balance(10_000, 0, 4_000, 0)));
    }

    @Test
    void refundsAllThatIsUnspent() {
        bought().andGivenCommands(consume("c", 2_500))
                .when(refund("r", "p", null))
                .expectEvents(requested("r", 7_500, 750, balance(10_000, 2_500, 7_500, 0)));
    }

    @Test
    void letsNobodySpendWhatIsHeld() {
        bought().andGivenCommands(refund("r", "p", 4_000L))
                .when(consume("c", 6_001))
                .expectNoEvents()
                .expectExceptionDetails(new InsufficientCredits(6_001, 6_000));
    }

    @Test
    void takesWhatIsHeldWhenTheMoneyHasGoneBack() {
        bought().andGivenCommands(refund("r", "p", 4_000L))
                .when(news("p").at(1).refunded("r", 400).succeeded())
                .expectEvents(new PurchaseRefunded(
                        ALICE,
                        purchaseId("p"),
                        usd(400),
                        List.of(refundId("r")),
                        credits(4_000),
                        List.of(drawOf("p", 4_000)),
                        NOON.plusSeconds(1),
                        balance(6_000, 0)));
    }

    @Test
    void roundsAllThatGoesBackAndNotEachPart() {
        bought().andGivenCommands(refund("r1", "p", 15L), refund("r2", "p", 14L))
                .when(refund("r3", "p", 11L))
                // 40 credits are 4 cents: 1 and 1 went before.
                .expectEvents(requested("r3", 11, 2, balance(10_000, 0, 40, 0)));
    }

    @Test
    void givesTheLastOneTheRest() {
        bought().andGivenCommands(refund("r1", "p", 3_333L), refund("r2", "p", 3_333L))
                .when(refund("r3", "p", null))
                // A third of 1,000 cents is 333, two are 666.
                .expectEvents(requested("r3", 3_334, 334, balance(10_000, 0, 10_000, 0)));
    }

    @Test
    void repeatsNothing() {
        bought().andGivenCommands(refund("r", "p", 4_000L))
                .when(refund("r", "p", 4_000L))
                .expectNoEvents()
                .expectException(RequestRepeatedException.class);
    }

    @Test
    void refusesAKeyThatNamedAnotherRequest() {
        bought().andGivenCommands(refund("r", "p", 4_000L))
                .when(refund("r", "p", 4_001L))
                .expectNoEvents()
                .expectExceptionDetails(IdempotencyKeyReused.of(key("r")));
    }

    @Test
    void refusesWhatIsNotPaid() {
        bought().andGivenCommands(purchase("q"))
                .when(refund("r", "q", null))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotPaid(purchaseId("q").value()));
    }

    @Test
    void refusesWhatIsDisputed() {
        bought().andGivenCommands(
                        news("p").at(1).disputed("d", DisputeStatus.OPEN).succeeded())
                .when(refund("r", "p", null))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseDisputed(purchaseId("p").value()));
    }

    @Test
    void refusesMoreThanIsUnspent() {
        bought().andGivenCommands(consume("c", 2_500))
                .when(refund("r", "p", 7_501L))
                .expectNoEvents()
                .expectExceptionDetails(new RefundExceedsUnspent(purchaseId("p").value(), 7_501, 7_500));
    }

    @Test
    void refusesWhatIsHeldForAnotherRefund() {
        bought().andGivenCommands(refund("r1", "p", 6_000L))
                .when(refund("r2", "p", 4_001L))
                .expectNoEvents()
                .expectExceptionDetails(new RefundExceedsUnspent(purchaseId("p").value(), 4_001, 4_000));
    }

    @Test
    void refusesWhenNothingIsUnspent() {
        bought().andGivenCommands(consume("c", 10_000))
                .when(refund("r", "p", null))
                .expectNoEvents()
                .expectExceptionDetails(new NothingToRefund(purchaseId("p").value()));
    }

    @Test
    void refusesWhenAllMoneyHasGoneBack() {
        bought().andGivenCommands(
                        consume("c", 10_000),
                        news("p").at(1).refunded(1_000).succeeded(),
                        grant("g", 20_000),
                        reverse("v", "c"))
                .when(refund("r", "p", null))
                .expectNoEvents()
                .expectExceptionDetails(new NothingToRefund(purchaseId("p").value()));
    }

    @Test
    void refundsNoCreditsThatMoneyHasGoneBackForBefore() {
        bought().andGivenCommands(
                        consume("c", 8_000),
                        grant("g", 5_000),
                        news("p").at(1).refunded(500).succeeded(),
                        reverse("v", "c"))
                .when(refund("r", "p", 5_001L))
                .expectNoEvents()
                .expectExceptionDetails(new RefundExceedsUnspent(purchaseId("p").value(), 5_001, 5_000));
    }

    @Test
    void refusesLessThanTheSmallestCoin() {
        bought().when(refund("r", "p", 9L))
                .expectNoEvents()
                .expectExceptionDetails(new RefundTooSmall(purchaseId("p").value(), 9));
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        bought().when(refund("r", "q", null))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("q").value()));
    }

    @Test
    void refusesNoCredits() {
        bought().when(refund("r", "p", 0L))
                .expectNoEvents()
                .expectExceptionDetails(Matchers.hasToString(Matchers.startsWith("InvalidCommand[field=credits,")));
    }

    private static RefundRequested requested(String key, long credits, long cents, Balance balance) {
        return new RefundRequested(
                ALICE, refundId(key), purchaseId("p"), credits(credits), usd(cents), "Not needed", balance);
    }

    private static TestExecutor<CreditAccount> bought() {
        return account().givenCommands(open(), customer(), purchase("p"), paid("p"));
    }
}
