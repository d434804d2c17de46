package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.SITE;
import static io.creditledger.service.account.AccountVocabulary.TWO;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.consumptionId;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.draw;
import static io.creditledger.service.account.AccountVocabulary.draws;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.grantFrom;
import static io.creditledger.service.account.AccountVocabulary.grantUntil;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.opened;

import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.money.Credits;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumeCreditsTest {

    @Test
    void takesFromTheLot() {
        account()
                .givenCommands(open(), grant("g", 100))
                .when(consume("c", 30))
                .expectEvents(consumed("c", 30, draws(draw("g", 30)), balance(100, 30)));
    }

    @Test
    void takesTheLastCredit() {
        account()
                .givenCommands(open(), grant("g", 100))
                .when(consume("c", 100))
                .expectEvents(consumed("c", 100, draws(draw("g", 100)), balance(100, 100)));
    }

    @Test
    void refusesBeyondTheBalance() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c1", 70))
                .when(consume("c2", 31))
                .expectNoEvents()
                .expectExceptionDetails(new InsufficientCredits(31, 30));
    }

    @Test
    void refusesOnAnEmptyAccount() {
        account()
                .given(opened())
                .when(consume("c", 1))
                .expectNoEvents()
                .expectExceptionDetails(new InsufficientCredits(1, 0));
    }

    @Test
    void refusesAnUnknownAccount() {
        account()
                .givenNoPriorActivity()
                .when(consume("c", 1))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void repeatsNothing() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30))
                .when(consume("c", 30))
                .expectNoEvents()
                .expectException(RequestRepeatedException.class);
    }

    @Test
    void repeatsNothingEvenWhenNothingIsLeft() {
        account()
                .givenCommands(open(), grant("g", 30), consume("c", 30))
                .when(consume("c", 30))
                .expectNoEvents()
                .expectException(RequestRepeatedException.class);
    }

    @Test
    void refusesAKeyThatNamedAGrant() {
        account()
                .givenCommands(open(), grant("same", 100))
                .when(consume("same", 100))
                .expectNoEvents()
                .expectExceptionDetails(IdempotencyKeyReused.of(key("same")));
    }

    @Test
    void burnsLowerPriorityFirst() {
        account()
                .givenCommands(open(), grant("later", 50, LotSource.PLAN, 60), grant("sooner", 50, LotSource.PLAN, 40))
                .when(consume("c", 70))
                .expectEvents(consumed("c", 70, draws(draw("sooner", 50), draw("later", 20)), balance(100, 70)));
    }

    @Test
    void burnsWhatExpiresFirstFirst() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grant("never", 50), grantUntil("two", 50, TWO), grantUntil("one", 50, ONE))
                .when(consume("c", 120))
                .expectEvents(consumed(
                        "c", 120, draws(draw("one", 50), draw("two", 50), draw("never", 20)), balance(150, 120)));
    }

    @Test
    void burnsPromotionalBeforePaid() {
        account()
                .givenCommands(
                        open(), grant("paid", 50, LotSource.PLAN, null), grant("free", 50, LotSource.PROMOTIONAL, null))
                .when(consume("c", 60))
                .expectEvents(consumed("c", 60, draws(draw("free", 50), draw("paid", 10)), balance(100, 60)));
    }

    @Test
    void burnsTheOlderFirstWhenNothingElseTellsThemApart() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grant("older", 50), grant("newer", 50))
                .when(consume("c", 60))
                .expectEvents(consumed("c", 60, draws(draw("older", 50), draw("newer", 10)), balance(100, 60)));
    }

    @Test
    void spendsNothingOfALotFromTheInstantItExpires() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantUntil("g", 100, ONE), consume("c1", 30))
                .andGivenCurrentTime(ONE)
                .when(consume("c2", 1))
                .expectExceptionDetails(new InsufficientCredits(1, 0));
    }

    @Test
    void spendsALotUntilTheInstantItExpires() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantUntil("g", 100, ONE))
                .andGivenCurrentTime(ONE.minusNanos(1_000))
                .when(consume("c", 100))
                .expectEvents(consumed("c", 100, draws(draw("g", 100)), balance(100, 100)));
    }

    @Test
    void booksWhatExpiredBeforeItSpends() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantUntil("old", 100, ONE), grant("new", 50), consume("c1", 30))
                .andGivenCurrentTime(TWO)
                .when(consume("c2", 20))
                .expectEvents(
                        new LotExpired(ALICE, lotId("old"), credits(70), ONE, balance(80, 30)),
                        consumed("c2", 20, draws(draw("new", 20)), balance(80, 50)));
    }

    @Test
    void spendsALotFromTheInstantItComesIntoEffect() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantFrom("g", 100, ONE))
                .andGivenCurrentTime(ONE)
                .when(consume("c", 40))
                .expectEvents(
                        new LotActivated(ALICE, lotId("g"), credits(100), balance(100, 0, 0)),
                        consumed("c", 40, draws(draw("g", 40)), balance(100, 40)));
    }

    @Test
    void spendsNothingOfALotBeforeItComesIntoEffect() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantFrom("later", 100, ONE), grant("now", 10))
                .when(consume("c", 11))
                .expectNoEvents()
                .expectExceptionDetails(new InsufficientCredits(11, 10));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            amount,        description, websiteId, websiteName, url,                  refusedField
            0,             Spend,       s,         -,           -,                    amount
            1000000000001, Spend,       s,         -,           -,                    amount
            1,             '',          s,         -,           -,                    description
            1,             Spend,       '',        -,           -,                    website.id
            1,             Spend,       s,         '',          -,                    website.name
            1,             Spend,       s,         Acme,        javascript:alert(1),  website.url
            1,             Spend,       s,         Acme,        acme.example,         website.url
            1,             Spend,       s,         Acme,        'http://a b',         website.url
            """)
    void refusesWhatNoAccountWouldTake(
            long amount,
            String description,
            String websiteId,
            @Nullable String websiteName,
            @Nullable String url,
            String refusedField) {
        ConsumeCredits command = new ConsumeCredits(
                ALICE,
                key("c"),
                Credits.of(amount),
                description,
                new Website(websiteId, websiteName, url),
                Metadata.NONE);

        account()
                .givenCommands(open(), grant("g", 100))
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(
                        Matchers.hasToString(Matchers.startsWith("InvalidCommand[field=" + refusedField + ",")));
    }

    private static CreditsConsumed consumed(String key, long amount, List<Draw> draws, Balance after) {
        return new CreditsConsumed(
                ALICE, consumptionId(key), credits(amount), "Website generation", SITE, Metadata.NONE, draws, after);
    }
}
