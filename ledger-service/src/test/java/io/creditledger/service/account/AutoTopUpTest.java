package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.TWO;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.revoke;
import static io.creditledger.service.account.PurchaseVocabulary.AUTHENTICATION;
import static io.creditledger.service.account.PurchaseVocabulary.NO_FUNDS;
import static io.creditledger.service.account.PurchaseVocabulary.STOLEN;
import static io.creditledger.service.account.PurchaseVocabulary.VISA;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.canceled;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.declined;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.paymentOf;
import static io.creditledger.service.account.PurchaseVocabulary.saved;
import static io.creditledger.service.account.PurchaseVocabulary.terms;
import static io.creditledger.service.account.PurchaseVocabulary.topUpBelow;
import static io.creditledger.service.account.PurchaseVocabulary.topUpId;
import static io.creditledger.service.account.PurchaseVocabulary.topUpStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.commands.CheckAutoTopUp;
import io.creditledger.api.purchase.commands.DisableAutoTopUp;
import io.creditledger.api.purchase.events.AutoTopUpConfigured;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.AutoTopUpPostponed;
import io.creditledger.api.purchase.events.AutoTopUpResumed;
import io.creditledger.api.purchase.events.CancellationRequested;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** An account that buys 10,000 credits for $10 when it has fewer than 5,000, for at most $30 a month. */
class AutoTopUpTest {

    private static final Instant NEXT_MONTH = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void isOffByDefault() {
        account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 5_000))
                .when(consume("c", 5_000))
                .expectEventsMatching(payloads(CreditsConsumed.class));
    }

    @Test
    void startsWithTheConsumptionThatMakesItDue() {
        on().when(consume("c", 1))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayloadMatching(
                        Matchers.hasToString(Matchers.containsString("fact=CreditsConsumed[")))
                .expectEventsMatching(payloads(CreditsConsumed.class, PurchaseStarted.class))
                .expectState(
                        account -> assertThat(account.purchases().of(topUpId(1)).paymentMethodId())
                                .isEqualTo(VISA.paymentMethodId()));
    }

    @Test
    void waitsWhileThereIsEnough() {
        on().andGivenCommands(grant("more", 1))
                .when(consume("c", 1))
                .expectEventsMatching(payloads(CreditsConsumed.class));
    }

    @Test
    void startsWithTheRevocationThatMakesItDue() {
        on().when(revoke("v", "g", 1)).expectEventsMatching(payloads(CreditsRevoked.class, PurchaseStarted.class));
    }

    @Test
    void startsWhenItIsConfiguredAndDue() {
        account()
                .givenCommands(open(), customer(), saved(VISA))
                .when(topUpBelow(5_000, 3_000))
                .expectEvents(
                        new AutoTopUpConfigured(ALICE, terms(5_000, 3_000), balance(0, 0)),
                        topUpStarted(1, VISA, balance(0, 0)));
    }

    @Test
    void startsOneAtATime() {
        due().andGivenCurrentTime(TWO).when(consume("c2", 1)).expectEventsMatching(payloads(CreditsConsumed.class));
    }

    @Test
    void coolsOffForAMinute() {
        due().andGivenCommands(paid(topUpId(1)), consume("c2", 14_000))
                .andGivenCurrentTime(NOON.plusSeconds(59))
                .when(check())
                .expectNoEvents();
    }

    @Test
    void goesOnAfterAMinute() {
        due().andGivenCommands(paid(topUpId(1)), consume("c2", 14_000))
                .andGivenCurrentTime(NOON.plusSeconds(60))
                .when(check())
                .expectEvents(topUpStarted(2, VISA, balance(15_000, 14_001)));
    }

    @Test
    void stopsBeforeTheLimitOfTheMonth() {
        spentThrice()
                .when(consume("c4", 10_000))
                .expectEventsMatching(payloads(CreditsConsumed.class, AutoTopUpPaused.class))
                .expectState(account ->
                        assertThat(account.autoTopUp().pausedFor()).isEqualTo(PauseReason.MONTHLY_LIMIT_REACHED));
    }

    @Test
    void goesOnWithTheNextMonth() {
        spentThrice()
                .andGivenCommands(consume("c4", 10_000))
                .andGivenCurrentTime(NEXT_MONTH)
                .when(check())
                .expectEventsMatching(payloads(AutoTopUpResumed.class, PurchaseStarted.class));
    }

    @Test
    void waitsForTheNextMonthToTheEnd() {
        spentThrice()
                .andGivenCommands(consume("c4", 10_000))
                .andGivenCurrentTime(NEXT_MONTH.minusNanos(1_000))
                .when(check())
                .expectNoEvents();
    }

    @Test
    void triesAgainAnHourAfterItWasDeclined() {
        due().when(declined(topUpId(1), NO_FUNDS))
                .expectEvents(
                        new PaymentDeclined(
                                ALICE, topUpId(1), paymentOf(topUpId(1)), NO_FUNDS, NOON, balance(5_000, 1)),
                        new CancellationRequested(ALICE, topUpId(1), CancellationReason.DECLINED, balance(5_000, 1)),
                        new AutoTopUpPostponed(ALICE, topUpId(1), NO_FUNDS, 1, ONE, balance(5_000, 1)));
    }

    @Test
    void countsEachTopUpAsDeclinedOnce() {
        due().andGivenCommands(declined(topUpId(1), NO_FUNDS))
                .when(news(topUpId(1)).at(1).declined(STOLEN))
                .expectEventsMatching(payloads(PaymentDeclined.class));
    }

    @Test
    void waitsLongerEachTimeAndGivesUpAfterTheFourth() {
        TestExecutor<CreditAccount> account = due();
        Instant now = NOON;
        int attempt = 1;
        for (Duration wait : List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24))) {
            account = account.andGivenCommands(declined(topUpId(attempt), NO_FUNDS), canceled(topUpId(attempt)))
                    .andGivenCurrentTime(now.plus(wait).minusSeconds(1))
                    .andGivenCommands(check())
                    .andGivenCurrentTime(now.plus(wait))
                    .andGivenCommands(check());
            now = now.plus(wait);
            attempt++;
        }
        account.when(declined(topUpId(4), NO_FUNDS))
                .expectEventsMatching(
                        payloads(PaymentDeclined.class, CancellationRequested.class, AutoTopUpPaused.class))
                .expectState(
                        state -> assertThat(state.purchases().of(topUpId(4)).startedAt())
                                .isEqualTo(NOON.plus(Duration.ofHours(31))));
    }

    @Test
    void givesUpACardThatIsDeclinedForGood() {
        due().when(declined(topUpId(1), STOLEN))
                .expectEventsMatching(
                        payloads(PaymentDeclined.class, CancellationRequested.class, AutoTopUpPaused.class))
                .expectState(
                        account -> assertThat(account.autoTopUp().pausedFor()).isEqualTo(PauseReason.PAYMENT_DECLINED));
    }

    @Test
    void leavesATopUpOpenThatTheBankWantsToSeeTheCustomerFor() {
        due().when(declined(topUpId(1), AUTHENTICATION))
                .expectEventsMatching(payloads(PaymentDeclined.class, AutoTopUpPaused.class))
                .expectState(account -> {
                    assertThat(account.autoTopUp().pausedFor()).isEqualTo(PauseReason.AUTHENTICATION_REQUIRED);
                    assertThat(account.purchases().of(topUpId(1)).isCancellationRequested())
                            .isFalse();
                });
    }

    @Test
    void letsTheCustomerTryAnotherCard() {
        due().andGivenCommands(declined(topUpId(1), AUTHENTICATION))
                .when(news(topUpId(1)).at(1).declined(NO_FUNDS))
                .expectEventsMatching(payloads(PaymentDeclined.class));
    }

    @Test
    void goesOnOnceTheCustomerHasPaid() {
        due().andGivenCommands(declined(topUpId(1), AUTHENTICATION))
                .when(news(topUpId(1)).at(1).succeeded())
                .expectEventsMatching(payloads(PurchaseSucceeded.class, CreditsGranted.class, AutoTopUpResumed.class));
    }

    @Test
    void pausesWithoutACardAndGoesOnWithOne() {
        account()
                .givenCommands(open(), customer(), topUpBelow(5_000, 3_000))
                .when(saved(VISA))
                .expectEvents(
                        new PaymentMethodRegistered(ALICE, VISA, balance(0, 0)),
                        new DefaultPaymentMethodSet(ALICE, VISA.paymentMethodId(), balance(0, 0)),
                        new AutoTopUpResumed(ALICE, balance(0, 0)),
                        topUpStarted(1, VISA, balance(0, 0)));
    }

    @Test
    void chargesNoCardBecauseADisputeTakesCreditsOutOfReach() {
        due().andGivenCommands(paid(topUpId(1)))
                .andGivenCurrentTime(ONE)
                .andGivenCommands(
                        news(topUpId(1)).at(1).disputed("d", DisputeStatus.OPEN).succeeded())
                .when(consume("c2", 1))
                .expectEventsMatching(payloads(CreditsConsumed.class))
                .expectState(
                        account -> assertThat(account.autoTopUp().pausedFor()).isEqualTo(PauseReason.PAYMENT_DISPUTED));
    }

    @Test
    void isTriedAgainAtOnceWhenItIsConfiguredAnew() {
        due().andGivenCommands(declined(topUpId(1), STOLEN), canceled(topUpId(1)))
                .andGivenCurrentTime(ONE)
                .when(topUpBelow(5_000, 3_000))
                .expectEvents(
                        new AutoTopUpConfigured(ALICE, terms(5_000, 3_000), balance(5_000, 1)),
                        topUpStarted(2, VISA, balance(5_000, 1)));
    }

    @Test
    void doesNotStartOnceItIsOff() {
        on().andGivenCommands(new DisableAutoTopUp(ALICE))
                .when(consume("c", 1))
                .expectEventsMatching(payloads(CreditsConsumed.class));
    }

    @Test
    void creditsOneThatWasUnderWayWhenItWasSwitchedOff() {
        due().andGivenCommands(new DisableAutoTopUp(ALICE))
                .when(paid(topUpId(1)))
                .expectEventsMatching(payloads(PurchaseSucceeded.class, CreditsGranted.class));
    }

    @Test
    void aCanceledOneCostsNothingOfTheLimit() {
        due().andGivenCommands(canceled(topUpId(1))).when(check()).expectState(account -> assertThat(
                        account.autoTopUp().spentInMonthOf(NOON))
                .isZero());
    }

    @Test
    void oneThatIsPaidAfterItsCancellationCountsAgain() {
        due().andGivenCommands(canceled(topUpId(1)))
                .when(news(topUpId(1)).at(1).succeeded())
                .expectState(account ->
                        assertThat(account.autoTopUp().spentInMonthOf(NOON)).isEqualTo(1_000));
    }

    private static CheckAutoTopUp check() {
        return new CheckAutoTopUp(ALICE);
    }

    private static TestExecutor<CreditAccount> on() {
        return account()
                .givenCommands(open(), customer(), saved(VISA), grant("g", 5_000), topUpBelow(5_000, 3_000))
                .andGivenCurrentTime(NOON);
    }

    /** The first one is under way since noon. */
    private static TestExecutor<CreditAccount> due() {
        return on().andGivenCommands(consume("c", 1));
    }

    /** All of the month's limit is spent, and there is enough for now. */
    private static TestExecutor<CreditAccount> spentThrice() {
        return due().andGivenCommands(paid(topUpId(1)))
                .andGivenCurrentTime(ONE)
                .andGivenCommands(consume("c2", 10_000), paid(topUpId(2)))
                .andGivenCurrentTime(TWO)
                .andGivenCommands(consume("c3", 10_000), paid(topUpId(3)))
                .andGivenCurrentTime(TWO.plusSeconds(60));
    }

    private static Matcher<? extends List<? super EventMessage<?>>> payloads(Class<?>... types) {
        List<Class<?>> expected = List.of(types);
        return payloadsMatching(predicate((List<?> payloads) ->
                payloads.stream().<Class<?>>map(Object::getClass).toList().equals(expected)));
    }
}
