package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.AMEX;
import static io.creditledger.service.account.PurchaseVocabulary.CUSTOMER;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;

import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PurchaseRejection.CustomerMismatch;
import io.creditledger.api.purchase.commands.RecordPaymentMethods;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordPaymentMethodsTest {

    @Test
    void savesWhatItDidNotKnow() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(told(VISA, AMEX))
                .expectEvents(new PaymentMethodRegistered(ALICE, AMEX, balance(0, 0)));
    }

    @Test
    void forgetsWhatIsThereNoMore() {
        account()
                .givenCommands(open(), customer(), saved(VISA), saved(AMEX))
                .when(told(AMEX))
                .expectEvents(
                        new PaymentMethodRemoved(ALICE, VISA.paymentMethodId(), balance(0, 0)),
                        new DefaultPaymentMethodSet(ALICE, AMEX.paymentMethodId(), balance(0, 0)));
    }

    @Test
    void passesTheDefaultOnToNoneThatIsLeaving() {
        account()
                .givenCommands(open(), customer(), saved(VISA), saved(AMEX))
                .when(told())
                .expectEvents(
                        new PaymentMethodRemoved(ALICE, AMEX.paymentMethodId(), balance(0, 0)),
                        new PaymentMethodRemoved(ALICE, VISA.paymentMethodId(), balance(0, 0)));
    }

    @Test
    void doesNotPauseTopUpsForACardThatWasReplaced() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 100), topUpBelow(100, 5_000))
                .when(told(AMEX))
                .expectEvents(
                        new PaymentMethodRegistered(ALICE, AMEX, balance(100, 0)),
                        new PaymentMethodRemoved(ALICE, VISA.paymentMethodId(), balance(100, 0)),
                        new DefaultPaymentMethodSet(ALICE, AMEX.paymentMethodId(), balance(100, 0)));
    }

    @Test
    void changesNothingToldTwice() {
        account()
                .givenCommands(open(), customer(), told(VISA, AMEX))
                .when(told(VISA, AMEX))
                .expectNoEvents();
    }

    @Test
    void refusesTheCardsOfAnotherCustomer() {
        account()
                .givenCommands(open(), customer())
                .when(new RecordPaymentMethods(ALICE, new CustomerReference("cus_mallory"), List.of(VISA)))
                .expectNoEvents()
                .expectExceptionDetails(new CustomerMismatch("cus_mallory"));
    }

    @Test
    void refusesCardsWhileThereIsNoCustomer() {
        account()
                .givenCommands(open())
                .when(told(VISA))
                .expectNoEvents()
                .expectExceptionDetails(new CustomerMismatch("cus_alice"));
    }

    private static RecordPaymentMethods told(Card... cards) {
        return new RecordPaymentMethods(ALICE, CUSTOMER, List.of(cards));
    }
}
