package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.AMEX;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.commands.ForgetPaymentMethod;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import org.junit.jupiter.api.Test;

class ForgetPaymentMethodTest {

    @Test
    void endsARemoval() {
        account()
                .givenCommands(open(), customer(), saved(VISA), new RemovePaymentMethod(ALICE, VISA.paymentMethodId()))
                .when(forget(VISA))
                .expectEvents(new PaymentMethodRemoved(ALICE, VISA.paymentMethodId(), balance(0, 0)))
                .expectState(account ->
                        assertThat(account.paymentMethods().removals()).isEmpty());
    }

    @Test
    void passesTheDefaultOn() {
        account()
                .givenCommands(open(), customer(), saved(VISA), saved(AMEX))
                .when(forget(VISA))
                .expectEvents(
                        new PaymentMethodRemoved(ALICE, VISA.paymentMethodId(), balance(0, 0)),
                        new DefaultPaymentMethodSet(ALICE, AMEX.paymentMethodId(), balance(0, 0)));
    }

    @Test
    void changesNothingAboutACardItNeverHad() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(forget(AMEX))
                .expectNoEvents();
    }

    private static ForgetPaymentMethod forget(Card card) {
        return new ForgetPaymentMethod(ALICE, card.paymentMethodId());
    }
}
