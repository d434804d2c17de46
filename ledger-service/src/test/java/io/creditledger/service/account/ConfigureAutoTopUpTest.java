package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.PACKAGE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.terms;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;
import static io.creditledger.service.account.PurchaseVocabulary.usd;

import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PurchaseRejection.PackageNotFound;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.api.purchase.events.AutoTopUpConfigured;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigureAutoTopUpTest {

    @Test
    void keepsTheTermsAsTheyAreOnOffer() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 100))
                .when(topUpBelow(100, 5_000))
                .expectEvents(new AutoTopUpConfigured(ALICE, terms(100, 5_000), balance(100, 0)));
    }

    @Test
    void pausesAtOnceWithoutACard() {
        account()
                .givenCommands(open(), customer())
                .when(topUpBelow(100, 5_000))
                .expectEvents(
                        new AutoTopUpConfigured(ALICE, terms(100, 5_000), balance(0, 0)),
                        new AutoTopUpPaused(ALICE, PauseReason.PAYMENT_METHOD_MISSING, null, null, balance(0, 0)));
    }

    @Test
    void changesNothingTwice() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 100), topUpBelow(100, 5_000))
                .when(topUpBelow(100, 5_000))
                .expectNoEvents();
    }

    @Test
    void refusesAPackageThatIsNotOnOffer() {
        account()
                .givenCommands(open())
                .when(new ConfigureAutoTopUp(ALICE, credits(100), new PackageId("golden"), usd(5_000)))
                .expectNoEvents()
                .expectExceptionDetails(new PackageNotFound("golden"));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            threshold,     limit, currency, refusedField
            0,             5000,  usd,      threshold
            1000000000001, 5000,  usd,      threshold
            100,           999,   usd,      monthlyLimit.amount
            100,           5000,  eur,      monthlyLimit.currency
            """)
    void refusesWhatNoAccountWouldTake(long threshold, long limit, String currency, String refusedField) {
        account()
                .givenCommands(open())
                .when(new ConfigureAutoTopUp(
                        ALICE, credits(threshold), PACKAGE.packageId(), new Price(limit, currency)))
                .expectNoEvents()
                .expectExceptionDetails(
                        Matchers.hasToString(Matchers.startsWith("InvalidCommand[field=" + refusedField + ",")));
    }
}
