package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.CUSTOMER;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;

import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.CustomerState;
import io.creditledger.api.purchase.commands.ForgetCustomer;
import io.creditledger.api.purchase.commands.InspectCustomer;
import io.creditledger.api.purchase.commands.RegisterCustomer;
import io.creditledger.api.purchase.events.CustomerRegistered;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class RegisterCustomerTest {

    @Test
    void keepsWhomThePaymentProviderKnows() {
        account()
                .givenCommands(open())
                .when(customer())
                .expectEvents(new CustomerRegistered(ALICE, CUSTOMER, balance(0, 0)));
    }

    @Test
    void keepsTheFirstOneTold() {
        account()
                .givenCommands(open(), customer())
                .when(new RegisterCustomer(ALICE, new CustomerReference("cus_other")))
                .expectNoEvents()
                .expectResultMessagePayload(new CustomerState(CUSTOMER, 0, null, List.of()));
    }

    @Test
    void countsThoseThatWereForgotten() {
        account()
                .givenCommands(open(), customer(), new ForgetCustomer(ALICE, CUSTOMER))
                .when(new InspectCustomer(ALICE))
                .expectNoEvents()
                .expectResultMessagePayload(new CustomerState(null, 1, null, List.of()));
    }

    @Test
    void refusesAnUnknownAccount() {
        account()
                .givenNoPriorActivity()
                .when(customer())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
