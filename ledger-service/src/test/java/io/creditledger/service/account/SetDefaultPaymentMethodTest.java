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

import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodNotFound;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.commands.SetDefaultPaymentMethod;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import org.junit.jupiter.api.Test;

class SetDefaultPaymentMethodTest {

    @Test
    void makesAnotherOneTheDefault() {
        account()
                .givenCommands(open(), customer(), saved(VISA), saved(AMEX))
                .when(makeDefault(AMEX))
                .expectEvents(new DefaultPaymentMethodSet(ALICE, AMEX.paymentMethodId(), balance(0, 0)));
    }

    @Test
    void changesNothingAboutTheDefault() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(makeDefault(VISA))
                .expectNoEvents();
    }

    @Test
    void refusesACardThatIsNotTheAccounts() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(makeDefault(AMEX))
                .expectNoEvents()
                .expectExceptionDetails(new PaymentMethodNotFound("pm_amex"));
    }

    @Test
    void refusesACardThatWasRemoved() {
        account()
                .givenCommands(
                        open(),
                        customer(),
                        saved(VISA),
                        saved(AMEX),
                        new RemovePaymentMethod(ALICE, AMEX.paymentMethodId()))
                .when(makeDefault(AMEX))
                .expectNoEvents()
                .expectExceptionDetails(new PaymentMethodNotFound("pm_amex"));
    }

    private static SetDefaultPaymentMethod makeDefault(Card card) {
        return new SetDefaultPaymentMethod(ALICE, card.paymentMethodId());
    }
}
