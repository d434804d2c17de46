package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.PACKAGE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.CUSTOMER;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.paymentOf;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.refund;
import static io.creditledger.service.account.PurchaseVocabulary.refundId;

import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.PurchaseState.OpenRefund;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.commands.InspectPurchase;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class InspectPurchaseTest {

    @Test
    void tellsHowFarAPurchaseHasComeAndWhatIsStillToBeAskedFor() {
        account()
                .givenCommands(open(), customer())
                .andGivenCurrentTime(NOON)
                .andGivenCommands(purchase("p"), paid("p"), refund("r", "p", 5_000L))
                .when(new InspectPurchase(ALICE, purchaseId("p")))
                .expectNoEvents()
                .expectResultMessagePayload(new PurchaseState(
                        purchaseId("p"),
                        PACKAGE,
                        PurchaseInitiator.CUSTOMER,
                        null,
                        false,
                        CUSTOMER,
                        0,
                        PurchaseStatus.SUCCEEDED,
                        1,
                        paymentOf("p"),
                        null,
                        false,
                        NOON,
                        4L,
                        List.of(new OpenRefund(refundId("r"), 500))));
    }

    @Test
    void refusesAPurchaseThatNeverWas() {
        account()
                .givenCommands(open())
                .when(new InspectPurchase(ALICE, purchaseId("p")))
                .expectNoEvents()
                .expectExceptionDetails(new PurchaseNotFound(purchaseId("p").value()));
    }

    @Test
    void refusesAnUnknownAccount() {
        account()
                .givenNoPriorActivity()
                .when(new InspectPurchase(ALICE, purchaseId("p")))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
