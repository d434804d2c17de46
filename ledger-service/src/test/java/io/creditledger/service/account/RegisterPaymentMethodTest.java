package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.AMEX;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.card;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;

import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PurchaseRejection.CustomerMismatch;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodLimitReached;
import io.creditledger.api.purchase.commands.RegisterPaymentMethod;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PaymentMethodUpdated;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterPaymentMethodTest {

    @Test
    void makesTheFirstOneTheDefault() {
        account()
                .givenCommands(open(), customer())
                .when(saved(VISA))
                .expectEvents(
                        new PaymentMethodRegistered(ALICE, VISA, balance(0, 0)),
                        new DefaultPaymentMethodSet(ALICE, VISA.paymentMethodId(), balance(0, 0)));
    }

    @Test
    void leavesTheDefaultWithASecondOne() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(saved(AMEX))
                .expectEvents(new PaymentMethodRegistered(ALICE, AMEX, balance(0, 0)));
    }

    @Test
    void savesACardOnce() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(saved(VISA))
                .expectNoEvents();
    }

    @Test
    void learnsWhatHasChangedAboutACard() {
        Card renewed = new Card(VISA.paymentMethodId(), "visa", "4242", 12, 2035, "print of pm_visa", "US");
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(saved(renewed))
                .expectEvents(new PaymentMethodUpdated(ALICE, renewed, balance(0, 0)));
    }

    @Test
    void refusesACardOfAnotherCustomer() {
        account()
                .givenCommands(open(), customer())
                .when(new RegisterPaymentMethod(ALICE, new CustomerReference("cus_mallory"), VISA))
                .expectNoEvents()
                .expectExceptionDetails(new CustomerMismatch("cus_mallory"));
    }

    @Test
    void refusesMoreThanAnAccountMayHave() {
        List<Object> commands = new ArrayList<>(List.of(open(), customer()));
        for (int i = 1; i <= PaymentMethods.MAX; i++) {
            commands.add(saved(card("pm_" + i)));
        }
        account()
                .givenCommands(commands)
                .when(saved(VISA))
                .expectNoEvents()
                .expectExceptionDetails(new PaymentMethodLimitReached(PaymentMethods.MAX));
    }
}
