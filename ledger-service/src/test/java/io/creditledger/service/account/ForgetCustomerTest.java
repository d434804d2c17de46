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

import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.commands.ForgetCustomer;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.CustomerForgotten;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import org.junit.jupiter.api.Test;

class ForgetCustomerTest {

    @Test
    void forgetsTheCardsToo() {
        account()
                .givenCommands(open(), customer(), saved(VISA), saved(AMEX))
                .when(new ForgetCustomer(ALICE, CUSTOMER))
                .expectEvents(
                        new PaymentMethodRemoved(ALICE, AMEX.paymentMethodId(), balance(0, 0)),
                        new PaymentMethodRemoved(ALICE, VISA.paymentMethodId(), balance(0, 0)),
                        new CustomerForgotten(ALICE, CUSTOMER, balance(0, 0)));
    }

    @Test
    void pausesTopUps() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 100), topUpBelow(100, 5_000))
                .when(new ForgetCustomer(ALICE, CUSTOMER))
                .expectEvents(
                        new PaymentMethodRemoved(ALICE, VISA.paymentMethodId(), balance(100, 0)),
                        new AutoTopUpPaused(ALICE, PauseReason.PAYMENT_METHOD_MISSING, null, null, balance(100, 0)),
                        new CustomerForgotten(ALICE, CUSTOMER, balance(100, 0)));
    }

    @Test
    void leavesAnotherCustomer() {
        account()
                .givenCommands(open(), customer())
                .when(new ForgetCustomer(ALICE, new CustomerReference("cus_other")))
                .expectNoEvents();
    }

    @Test
    void forgetsOnce() {
        account()
                .givenCommands(open(), customer(), new ForgetCustomer(ALICE, CUSTOMER))
                .when(new ForgetCustomer(ALICE, CUSTOMER))
                .expectNoEvents();
    }
}
