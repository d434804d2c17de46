package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.CUSTOMER;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;

import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.purchase.CustomerState;
import io.creditledger.api.purchase.commands.InspectCustomer;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class InspectCustomerTest {

    @Test
    void tellsThatThePaymentProviderKnowsNobodyYet() {
        account()
                .givenCommands(new OpenAccount(ALICE, "Alice Ltd.", null))
                .when(new InspectCustomer(ALICE))
                .expectNoEvents()
                .expectResultMessagePayload(new CustomerState(null, 0, "Alice Ltd.", List.of()));
    }

    @Test
    void tellsWhichCardsAreStillToBeForgotten() {
        account()
                .givenCommands(open(), customer(), saved(VISA), new RemovePaymentMethod(ALICE, VISA.paymentMethodId()))
                .when(new InspectCustomer(ALICE))
                .expectNoEvents()
                .expectResultMessagePayload(new CustomerState(CUSTOMER, 0, null, List.of(VISA.paymentMethodId())));
    }

    @Test
    void refusesAnUnknownAccount() {
        account()
                .givenNoPriorActivity()
                .when(new InspectCustomer(ALICE))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
