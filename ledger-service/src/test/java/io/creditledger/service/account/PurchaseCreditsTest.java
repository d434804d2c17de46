package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.PACKAGE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.opened;
import static io.creditledger.service.account.PurchaseVocabulary.AMEX;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.started;

import io.creditledger.api.account.AccountRejection.BalanceLimitExceeded;
import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseRejection.OpenPurchaseLimitReached;
import io.creditledger.api.purchase.PurchaseRejection.PackageNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodNotFound;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.events.PurchaseStarted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseCreditsTest {

    @Test
    void startsAPurchaseAndGrantsNothing() {
        account().givenCommands(open()).when(purchase("p")).expectEvents(started("p", balance(0, 0)));
    }

    @Test
    void keepsTheCardThatIsToPay() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(with(VISA))
                .expectEvents(new PurchaseStarted(
                        ALICE,
                        purchaseId("p"),
                        PACKAGE,
                        PurchaseInitiator.CUSTOMER,
                        VISA.paymentMethodId(),
                        false,
                        balance(0, 0)));
    }

    @Test
    void repeatsNothing() {
        account()
                .givenCommands(open(), purchase("p"))
                .when(purchase("p"))
                .expectNoEvents()
                .expectException(RequestRepeatedException.class);
    }

    @Test
    void refusesAKeyThatNamedAnotherRequest() {
        account()
                .givenCommands(open(), grant("p", 1))
                .when(purchase("p"))
                .expectNoEvents()
                .expectExceptionDetails(IdempotencyKeyReused.of(key("p")));
    }

    @Test
    void refusesAPackageThatIsNotOnOffer() {
        account()
                .givenCommands(open())
                .when(new PurchaseCredits(ALICE, key("p"), new PackageId("golden"), null, false))
                .expectNoEvents()
                .expectExceptionDetails(new PackageNotFound("golden"));
    }

    @Test
    void refusesACardThatIsNotTheAccounts() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(with(AMEX))
                .expectNoEvents()
                .expectExceptionDetails(new PaymentMethodNotFound("pm_amex"));
    }

    @Test
    void refusesACardThatWasRemoved() {
        account()
                .givenCommands(open(), customer(), saved(VISA), new RemovePaymentMethod(ALICE, VISA.paymentMethodId()))
                .when(with(VISA))
                .expectNoEvents()
                .expectExceptionDetails(new PaymentMethodNotFound("pm_visa"));
    }

    @Test
    void refusesMoreUnderWayThanAnAccountMayHave() {
        account()
                .givenCommands(openWithPurchasesUnderWay(Purchases.MAX_OPEN))
                .when(purchase("one more"))
                .expectNoEvents()
                .expectExceptionDetails(new OpenPurchaseLimitReached(Purchases.MAX_OPEN));
    }

    @Test
    void countsOnlyThoseUnderWay() {
        List<Object> commands = openWithPurchasesUnderWay(Purchases.MAX_OPEN);
        commands.add(paid("p1"));

        account().givenCommands(commands).when(purchase("one more")).expectSuccessfulHandlerExecution();
    }

    @Test
    void refusesWhatWouldNotFitOncePaid() {
        long full = Long.MAX_VALUE / 2;
        account()
                .given(opened(), bought("huge", full))
                .when(purchase("p"))
                .expectNoEvents()
                .expectExceptionDetails(new BalanceLimitExceeded(full, 10_000));
    }

    private static PurchaseCredits with(Card card) {
        return new PurchaseCredits(ALICE, key("p"), PACKAGE.packageId(), card.paymentMethodId(), false);
    }

    private static List<Object> openWithPurchasesUnderWay(int count) {
        List<Object> commands = new ArrayList<>(List.of(open(), customer()));
        for (int i = 1; i <= count; i++) {
            commands.add(purchase("p" + i));
        }
        return commands;
    }

    private static CreditsGranted bought(String key, long amount) {
        return new CreditsGranted(
                ALICE, lotId(key), credits(amount), LotSource.PLAN, "Huge", 50, NOON, null, false, balance(amount, 0));
    }
}
