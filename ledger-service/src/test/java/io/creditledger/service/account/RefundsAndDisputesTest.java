package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.draw;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.grantUntil;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.reverse;
import static io.creditledger.service.account.PurchaseVocabulary.balance;
import static io.creditledger.service.account.PurchaseVocabulary.customer;
import static io.creditledger.service.account.PurchaseVocabulary.disputeReference;
import static io.creditledger.service.account.PurchaseVocabulary.drawOf;
import static io.creditledger.service.account.PurchaseVocabulary.lotOf;
import static io.creditledger.service.account.PurchaseVocabulary.news;
import static io.creditledger.service.account.PurchaseVocabulary.paid;
import static io.creditledger.service.account.PurchaseVocabulary.purchase;
import static io.creditledger.service.account.PurchaseVocabulary.purchaseId;
import static io.creditledger.service.account.PurchaseVocabulary.refund;
import static io.creditledger.service.account.PurchaseVocabulary.succeeded;
import static io.creditledger.service.account.PurchaseVocabulary.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeOpened;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.RefundReversed;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** What becomes of credits when their money goes back: a cent is worth ten of them. */
class RefundsAndDisputesTest {

    @Test
    void partOfTheMoneyTakesItsPartOfTheCredits() {
        bought().when(news("p").at(1).refunded(333).succeeded())
                .expectEvents(refunded(1, 333, 3_330, List.of(drawOf("p", 3_330)), balance(6_670, 0)));
    }

    @Test
    void theLastOfTheMoneyTakesTheRest() {
        bought().andGivenCommands(news("p").at(1).refunded(333).succeeded())
                .when(news("p").at(2).refunded(333).refunded(667).succeeded())
                .expectEvents(refunded(2, 1_000, 6_670, List.of(drawOf("p", 6_670)), balance(0, 0)));
    }

    @Test
    void theSameRefundToldAgainTakesNothing() {
        bought().andGivenCommands(news("p").at(1).refunded(333).succeeded())
                .when(news("p").at(2).refunded(333).succeeded())
                .expectNoEvents();
    }

    @Test
    void moreMoneyThanWasPaidTakesNoMoreThanWasBought() {
        bought().andGivenCommands(grant("g", 500))
                .when(news("p").at(1).refunded(2_000).succeeded())
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(500, 0)));
    }

    @Test
    void aRefundLearntBeforeTheSuccessIsBooked() {
        account()
                .givenCommands(open(), customer(), purchase("p"))
                .andGivenCurrentTime(NOON)
                .when(news("p").refunded(400).succeeded())
                .expectEvents(
                        succeeded(purchaseId("p"), balance(0, 0)),
                        PurchaseVocabulary.bought(purchaseId("p"), null, balance(10_000, 0)),
                        refunded(0, 400, 4_000, List.of(drawOf("p", 4_000)), balance(6_000, 0)));
    }

    @Test
    void aRefundThatFailsGivesTheCreditsBackToWhereTheyWere() {
        bought().andGivenCommands(
                        grant("g", 500),
                        consume("c", 9_000),
                        news("p").at(1).refunded(140).succeeded())
                .when(news("p").at(2).refundFailed(140).succeeded())
                .expectEvents(new RefundReversed(
                        ALICE,
                        purchaseId("p"),
                        usd(0),
                        usd(140),
                        credits(1_400),
                        Credits.ZERO,
                        List.of(draw("g", 400), drawOf("p", 1_000)),
                        NOON.plusSeconds(2),
                        balance(10_500, 9_000)));
    }

    @Test
    void spentCreditsAreTakenFromOthersAndThenBecomeDebt() {
        bought().andGivenCommands(
                        consume("c", 9_000),
                        grant("later", 200, LotSource.PLAN, 60),
                        grant("first", 100, LotSource.PLAN, 55))
                .when(news("p").at(1).refunded(1_000).succeeded())
                .expectEvents(refunded(
                        1,
                        1_000,
                        10_000,
                        List.of(drawOf("p", 1_000), draw("first", 100), draw("later", 200)),
                        balance(300, 9_000)));
    }

    @Test
    void aReversalPaysDebtFirst() {
        bought().andGivenCommands(
                        consume("c", 10_000), news("p").at(1).refunded(1_000).succeeded())
                .when(reverse("r", "c", 4_000))
                .expectState(account -> {
                    assertThat(account.balance()).isEqualTo(balance(0, 6_000));
                    assertThat(account.lots().all()).noneMatch(Lot::isOpen);
                });
    }

    @Test
    void nothingCanBeSpentInDebt() {
        bought().andGivenCommands(
                        consume("c", 10_000), news("p").at(1).refunded(1_000).succeeded(), grant("g", 9_999))
                .when(consume("more", 1))
                .expectNoEvents()
                .expectExceptionDetails(new InsufficientCredits(1, -1));
    }

    @Test
    void anOpenDisputeFreezesWhatIsUnspent() {
        bought().andGivenCommands(consume("c", 4_000))
                .when(disputed(1, DisputeStatus.OPEN))
                .expectEvents(new DisputeOpened(
                        ALICE,
                        purchaseId("p"),
                        disputeReference("d"),
                        usd(1_000),
                        "fraudulent",
                        credits(6_000),
                        NOON.plusSeconds(1),
                        balance(10_000, 4_000, 0, 6_000)));
    }

    @Test
    void frozenCreditsCanNotBeSpent() {
        bought().andGivenCommands(disputed(1, DisputeStatus.OPEN))
                .when(consume("c", 1))
                .expectNoEvents()
                .expectExceptionDetails(new InsufficientCredits(1, 0));
    }

    @Test
    void whatComesBackToADisputedLotIsFrozen() {
        bought().andGivenCommands(consume("c", 10_000), disputed(1, DisputeStatus.OPEN))
                .when(reverse("r", "c", 4_000))
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(10_000, 6_000, 0, 4_000)));
    }

    @Test
    void anInquiryMovesNothing() {
        bought().when(disputed(1, DisputeStatus.INQUIRY)).expectNoEvents();
    }

    @Test
    void aLostDisputeTakesTheCredits() {
        bought().andGivenCommands(consume("c", 4_000), disputed(1, DisputeStatus.OPEN))
                .when(disputed(2, DisputeStatus.LOST))
                .expectEvents(new DisputeLost(
                        ALICE,
                        purchaseId("p"),
                        disputeReference("d"),
                        usd(1_000),
                        credits(6_000),
                        credits(10_000),
                        List.of(drawOf("p", 6_000)),
                        NOON.plusSeconds(2),
                        balance(0, 4_000)));
    }

    @Test
    void aDisputeOfASpentLotCanBeLost() {
        bought().andGivenCommands(consume("c", 10_000), disputed(1, DisputeStatus.OPEN))
                .when(disputed(2, DisputeStatus.LOST))
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(0, 10_000)));
    }

    @Test
    void aDisputeOfPartOfTheMoneyTakesItsPart() {
        bought().when(news("p").at(1).disputed("d", 250, DisputeStatus.LOST).succeeded())
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(7_500, 0)));
    }

    @Test
    void aWonDisputeLetsTheCreditsBeSpentAgain() {
        bought().andGivenCommands(consume("c", 4_000), disputed(1, DisputeStatus.OPEN))
                .when(disputed(2, DisputeStatus.WON))
                .expectEvents(won(6_000, 0, 0, List.of(), balance(10_000, 4_000)));
    }

    @Test
    void aDisputeIsWonOnce() {
        bought().andGivenCommands(disputed(1, DisputeStatus.OPEN), disputed(2, DisputeStatus.WON))
                .when(disputed(3, DisputeStatus.WON))
                .expectNoEvents();
    }

    @Test
    void aLostDisputeThatIsWonAfterAllGivesBackOnce() {
        bought().andGivenCommands(consume("c", 4_000), disputed(1, DisputeStatus.OPEN), disputed(1, DisputeStatus.LOST))
                .when(disputed(2, DisputeStatus.WON))
                .expectEvents(won(0, 10_000, 4_000, List.of(drawOf("p", 6_000)), balance(10_000, 4_000)));
    }

    @Test
    void whatALostDisputeTookGoesBackWhateverAmountTheVictoryNames() {
        bought().andGivenCommands(
                        news("p").at(1).disputed("d", 250, DisputeStatus.LOST).succeeded())
                .when(news("p").at(2).disputed("d", 240, DisputeStatus.WON).succeeded())
                .expectState(account -> {
                    assertThat(account.balance()).isEqualTo(balance(10_000, 0));
                    assertThat(account.purchases().of(purchaseId("p")).lost()).isZero();
                });
    }

    @Test
    void aRefundOfADisputedChargeDoesNotTakeTwice() {
        bought().andGivenCommands(grant("g", 500), disputed(1, DisputeStatus.LOST))
                .when(news("p")
                        .at(2)
                        .refunded(1_000)
                        .disputed("d", DisputeStatus.LOST)
                        .succeeded())
                .expectEvents(refunded(2, 1_000, 0, List.of(), balance(500, 0)));
    }

    @Test
    void aSecondDisputeKeepsTheCreditsFrozen() {
        bought().andGivenCommands(news("p")
                        .at(1)
                        .disputed("d", 400, DisputeStatus.OPEN)
                        .disputed("e", 600, DisputeStatus.OPEN)
                        .succeeded())
                .when(news("p")
                        .at(2)
                        .disputed("d", 400, DisputeStatus.LOST)
                        .disputed("e", 600, DisputeStatus.OPEN)
                        .succeeded())
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(6_000, 0, 0, 6_000)));
    }

    @Test
    void twoLostDisputesTakeWhatEachIsAbout() {
        bought().andGivenCommands(
                        news("p").at(1).disputed("d", 400, DisputeStatus.LOST).succeeded())
                .when(news("p")
                        .at(2)
                        .disputed("d", 400, DisputeStatus.LOST)
                        .disputed("e", 300, DisputeStatus.LOST)
                        .succeeded())
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(3_000, 0)));
    }

    @Test
    void aRevokedPurchaseThatIsRefundedIsNotTakenTwice() {
        bought().andGivenCommands(grant("g", 500), revokeLot("v", 10_000))
                .when(news("p").at(1).refunded(1_000).succeeded())
                .expectEvents(refunded(1, 1_000, 0, List.of(), balance(500, 0)));
    }

    @Test
    void aRevocationDoesNotMakeARefundRunBack() {
        bought().andGivenCommands(
                        consume("c", 10_000),
                        grant("g", 10_000),
                        news("p").at(1).refunded(600).succeeded(),
                        reverse("r", "c"),
                        revokeLot("v", 10_000))
                .when(news("p").at(2).refunded(600).succeeded())
                .expectNoEvents();
    }

    @Test
    void aRefundFromHereAndALostDisputeTakeTheCreditsOnce() {
        bought().andGivenCommands(
                        grant("g", 500),
                        refund("r", "p", 4_000L),
                        disputed(1, DisputeStatus.OPEN),
                        disputed(2, DisputeStatus.LOST))
                .when(news("p")
                        .at(3)
                        .refunded("r", 400)
                        .disputed("d", DisputeStatus.LOST)
                        .succeeded())
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(500, 0)));
    }

    @Test
    void aRefundFromHereThatFailsIsHeldNoLonger() {
        bought().andGivenCommands(refund("r", "p", 4_000L))
                .when(news("p").at(1).refundFailed("r", 400).succeeded())
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(10_000, 0)));
    }

    @Test
    void whatComesBackToAnExpiredLotExpires() {
        account()
                .givenCommands(open(), customer(), purchase("p"), paid("p"), consume("c", 10_000))
                .andGivenCurrentTime(NOON)
                .andGivenCommands(
                        grantUntil("g", 500, ONE), news("p").at(1).refunded(50).succeeded())
                .andGivenCurrentTime(ONE)
                .when(news("p").at(2).refundFailed(50).succeeded())
                .expectState(account -> assertThat(account.balance()).isEqualTo(balance(10_000, 10_000)));
    }

    @Test
    void aReversalGoesOnWhereALotGotMoreBackThanWasDrawnFromIt() {
        account()
                .givenCommands(open(), customer(), grant("a", 100, LotSource.PLAN, 10), purchase("p"), paid("p"))
                .andGivenCurrentTime(NOON)
                .andGivenCommands(
                        consume("c0", 50),
                        consume("c1", 100),
                        consume("c2", 9_950),
                        news("p").at(1).refunded(5).refunded(995).succeeded(),
                        grantUntil("g", 10_000, ONE),
                        reverse("r2", "c2"))
                .andGivenCurrentTime(ONE)
                .andGivenCommands(news("p").at(2).refundFailed(5).refunded(995).succeeded(), reverse("r1", "c1", 60))
                .when(reverse("rest", "c1"))
                .expectState(account -> assertThat(
                                account.lots().find(lotId("a")).orElseThrow().remaining())
                        .isEqualTo(credits(100)));
    }

    private static RecordPayment disputed(long at, DisputeStatus status) {
        return news("p").at(at).disputed("d", status).succeeded();
    }

    private static RevokeCredits revokeLot(String key, long amount) {
        return new RevokeCredits(ALICE, key(key), lotOf("p"), credits(amount), "By mistake");
    }

    private static PurchaseRefunded refunded(long at, long cents, long credits, List<Draw> draws, Balance balance) {
        return new PurchaseRefunded(
                ALICE, purchaseId("p"), usd(cents), List.of(), credits(credits), draws, NOON.plusSeconds(at), balance);
    }

    private static DisputeWon won(long thawed, long credits, long settledDebt, List<Draw> returns, Balance balance) {
        return new DisputeWon(
                ALICE,
                purchaseId("p"),
                disputeReference("d"),
                usd(1_000),
                credits(thawed),
                credits(credits),
                credits(settledDebt),
                returns,
                NOON.plusSeconds(2),
                balance);
    }

    private static TestExecutor<CreditAccount> bought() {
        return account().givenCommands(open(), customer(), purchase("p"), paid("p"));
    }
}
