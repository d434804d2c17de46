package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.AMEX;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.card;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodNotFound;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.PaymentMethodRemovalRequested;
import org.junit.jupiter.api.Test;

class RemovePaymentMethodTest {

    @Test
    void isNotUsedAnyMoreAndStillToBeForgotten() {
        account()
                .givenCommands(open(), customer(), saved(VISA), saved(AMEX))
                .when(remove(AMEX))
                .expectEvents(new PaymentMethodRemovalRequested(ALICE, AMEX.paymentMethodId(), balance(0, 0)))
                .expectState(account ->
                        assertThat(account.paymentMethods().removals()).containsExactly(AMEX.paymentMethodId()));
    }

    @Test
    void passesTheDefaultOnToTheOneSavedLast() {
        account()
                .givenCommands(open(), customer(), saved(VISA), saved(card("pm_2")), saved(AMEX))
                .when(remove(VISA))
                .expectEvents(
                        new PaymentMethodRemovalRequested(ALICE, VISA.paymentMethodId(), balance(0, 0)),
                        new DefaultPaymentMethodSet(ALICE, AMEX.paymentMethodId(), balance(0, 0)));
    }

    @Test
    void pausesTopUpsWithTheLastOne() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 100), topUpBelow(100, 5_000))
                .when(remove(VISA))
                .expectEvents(
                        new PaymentMethodRemovalRequested(ALICE, VISA.paymentMethodId(), balance(100, 0)),
                        new AutoTopUpPaused(ALICE, PauseReason.PAYMENT_METHOD_MISSING, null, null, balance(100, 0)));
    }

    @Test
    void changesNothingTwice() {
        account()
                .givenCommands(open(), customer(), saved(VISA), remove(VISA))
                .when(remove(VISA))
                .expectNoEvents();
    }

    @Test
    void refusesACardThatIsNotTheAccounts() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(remove(AMEX))
                .expectNoEvents()
                .expectExceptionDetails(new PaymentMethodNotFound("pm_amex"));
    }

    private static RemovePaymentMethod remove(Card card) {
        return new RemovePaymentMethod(ALICE, card.paymentMethodId());
    }
}
