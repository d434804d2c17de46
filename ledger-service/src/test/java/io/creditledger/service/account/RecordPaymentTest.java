package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.CUSTOMER;
import static io.creditledger.service.account.PurchaseVocabulary.NO_FUNDS;
import static io.creditledger.service.account.PurchaseVocabulary.STOLEN;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.bought;
import static io.creditledger.service.account.PurchaseVocabulary.cancel;
import static io.creditledger.service.account.PurchaseVocabulary.canceled;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.declined;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.paymentOf;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.succeeded;
import static io.creditledger.service.account.PurchaseVocabulary.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMismatch;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.commands.AbandonPurchase;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.commands.ForgetCustomer;
import io.creditledger.api.purchase.commands.InspectPurchase;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordPaymentTest {

    @Test
    void grantsTheCreditsOncePaid() {
        paying().when(paid("p"))
                .expectEvents(
                        succeeded(purchaseId("p"), balance(0, 0)), bought(purchaseId("p"), null, balance(10_000, 0)));
    }

    @Test
    void concludesNothingNewToldTwice() {
        paying().andGivenCommands(paid("p")).when(paid("p")).expectNoEvents();
    }

    @Test
    void concludesNothingNewToldAgainLater() {
        paying().andGivenCommands(paid("p")).when(news("p").at(60).succeeded()).expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentStatus.class,
            names = {"SUCCEEDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void concludesNothingFromProgressThatComesAfterTheEnd(PaymentStatus status) {
        paying().andGivenCommands(paid("p")).when(news("p").at(60).is(status)).expectNoEvents();
    }

    @Test
    void followsThePayment() {
        paying().andGivenCommands(news("p").is(PaymentStatus.REQUIRES_PAYMENT_METHOD))
                .when(news("p").at(1).is(PaymentStatus.REQUIRES_ACTION))
                .expectEvents(new PaymentActionRequired(
                        ALICE, purchaseId("p"), paymentOf("p"), NOON.plusSeconds(1), balance(0, 0)));
    }

    @Test
    void learnsThatThereIsAPayment() {
        paying().when(news("p").is(PaymentStatus.PROCESSING))
                .expectEvents(new PaymentUnderWay(ALICE, purchaseId("p"), paymentOf("p"), NOON, balance(0, 0)));
    }

    @Test
    void learnsThatThePaymentWaitsForACard() {
        paying().when(news("p").is(PaymentStatus.REQUIRES_PAYMENT_METHOD))
                .expectEvents(new PaymentRequested(ALICE, purchaseId("p"), paymentOf("p"), NOON, balance(0, 0)));
    }

    @Test
    void ignoresProgressOlderThanWhatItKnows() {
        paying().andGivenCommands(news("p").at(2).is(PaymentStatus.REQUIRES_ACTION))
                .when(news("p").at(1).is(PaymentStatus.PROCESSING))
                .expectNoEvents();
    }

    @Test
    void creditsASuccessHoweverLateItIsLearnt() {
        paying().andGivenCommands(news("p").at(60).is(PaymentStatus.REQUIRES_ACTION))
                .when(paid("p"))
                .expectEvents(
                        succeeded(purchaseId("p"), balance(0, 0)), bought(purchaseId("p"), null, balance(10_000, 0)));
    }

    @Test
    void takesNoFailureForTheEnd() {
        paying().andGivenCommands(declined("p", NO_FUNDS))
                .when(news("p").at(1).succeeded())
                .expectState(RecordPaymentTest::assertPaid);
    }

    @Test
    void saysWhyAPaymentWasDeclined() {
        paying().when(declined("p", NO_FUNDS))
                .expectEvents(
                        new PaymentDeclined(ALICE, purchaseId("p"), paymentOf("p"), NO_FUNDS, NOON, balance(0, 0)));
    }

    @Test
    void endsWithAPaymentThatNobodyCanPayAnyMore() {
        paying().when(canceled(purchaseId("p")))
                .expectEvents(new PurchaseCanceled(ALICE, purchaseId("p"), paymentOf("p"), NOON, balance(0, 0)));
    }

    @Test
    void creditsASuccessAfterACancellation() {
        paying().andGivenCommands(cancel(purchaseId("p")), new AbandonPurchase(ALICE, purchaseId("p"), 1))
                .when(paid("p"))
                .expectEvents(
                        succeeded(purchaseId("p"), balance(0, 0)), bought(purchaseId("p"), null, balance(10_000, 0)));
    }

    @Test
    void creditsASuccessAfterAFailure() {
        paying().andGivenCommands(new FailPurchase(ALICE, purchaseId("p"), 1, STOLEN))
                .when(paid("p"))
                .expectEvents(
                        succeeded(purchaseId("p"), balance(0, 0)), bought(purchaseId("p"), null, balance(10_000, 0)));
    }

    @Test
    void paysDebtFirst() {
        paying().andGivenCommands(
                        paid("p"),
                        consume("c", 4_000),
                        news("p").at(1).refunded(1_000).succeeded(),
                        purchase("q"))
                .when(paid("q"))
                .expectEvents(
                        succeeded(purchaseId("q"), balance(0, 4_000)),
                        bought(purchaseId("q"), 4_000L, balance(10_000, 4_000)));
    }

    @Test
    void creditsWhatACustomerPaidWhoWasDeletedSince() {
        paying().andGivenCommands(new ForgetCustomer(ALICE, CUSTOMER))
                .when(paid("p"))
                .expectState(RecordPaymentTest::assertPaid);
    }

    @Test
    void refusesAPaymentOfAnotherPrice() {
        paying().when(news("p").of(usd(999)).succeeded())
                .expectNoEvents()
                .expectExceptionDetails(mismatch("price", "1000 usd", "999 usd"));
    }

    @Test
    void refusesAPaymentInAnotherCurrency() {
        paying().when(news("p").of(new Price(1_000, "jpy")).succeeded())
                .expectNoEvents()
                .expectExceptionDetails(mismatch("price", "1000 usd", "1000 jpy"));
    }

    @Test
    void refusesAPaymentOfAnotherCustomer() {
        paying().when(news("p").by(new CustomerReference("cus_mallory")).succeeded())
                .expectNoEvents()
                .expectExceptionDetails(mismatch("customer", "cus_alice", "cus_mallory"));
    }

    @Test
    void refusesAPaymentOfNobodyForAnAccountThatNobodyPaysFor() {
        account()
                .givenCommands(open(), purchase("p"))
                .when(news("p").by(null).succeeded())
                .expectNoEvents()
                .expectExceptionDetails(mismatch("customer", "null", "null"));
    }

    @Test
    void refusesASecondPaymentOfOnePurchase() {
        paying().andGivenCommands(paid("p"))
                .when(news("p").ofPayment("pi_other").succeeded())
                .expectNoEvents()
                .expectExceptionDetails(mismatch("payment", "pi_" + purchaseId("p"), "pi_other"));
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        paying().when(paid("q"))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("q").value()));
    }

    @Test
    void answersWhatIsKnownNow() {
        paying().andGivenCommands(paid("p"))
                .when(new InspectPurchase(ALICE, purchaseId("p")))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(Matchers.hasToString(Matchers.allOf(
                        Matchers.containsString("status=SUCCEEDED"),
                        Matchers.containsString("paymentReference=pi_pur_"),
                        Matchers.containsString("outcomeRevision=4"))));
    }

    private static void assertPaid(CreditAccount account) {
        assertThat(account.purchases().of(purchaseId("p")).status()).isEqualTo(PurchaseStatus.SUCCEEDED);
        assertThat(account.balance()).isEqualTo(balance(10_000, 0));
    }

    private static PaymentMismatch mismatch(String what, String expected, String found) {
        return new PaymentMismatch(purchaseId("p").value(), what, expected, found);
    }

    private static TestExecutor<CreditAccount> paying() {
        return account().givenCommands(open(), customer(), purchase("p")).andGivenCurrentTime(NOON);
    }
}
