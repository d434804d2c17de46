package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.grantFrom;
import static io.creditledger.service.account.AccountVocabulary.grantUntil;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.opened;

import io.creditledger.api.account.AccountRejection;
import io.creditledger.api.account.AccountRejection.BalanceLimitExceeded;
import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.OpenLotLimitReached;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantCreditsTest {

    @Test
    void addsALot() {
        account()
                .given(opened())
                .andGivenCurrentTime(NOON)
                .when(grant("g", 100))
                .expectEvents(granted("g", 100, NOON, null, false, 100, 0));
    }

    @Test
    void freezesALotThatComesIntoEffectLater() {
        account()
                .given(opened())
                .andGivenCurrentTime(NOON)
                .when(grantFrom("g", 100, ONE))
                .expectEvents(new CreditsGranted(
                        ALICE,
                        lotId("g"),
                        credits(100),
                        LotSource.PLAN,
                        "Next month",
                        50,
                        ONE,
                        null,
                        true,
                        balance(100, 0, 100)));
    }

    @Test
    void repeatsNothing() {
        account()
                .given(opened())
                .andGivenCommands(grant("g", 100))
                .when(grant("g", 100))
                .expectNoEvents()
                .expectException(RequestRepeatedException.class);
    }

    @Test
    void refusesAKeyThatNamedAnotherRequest() {
        account()
                .given(opened())
                .andGivenCommands(grant("g", 100))
                .when(grant("g", 101))
                .expectNoEvents()
                .expectExceptionDetails(IdempotencyKeyReused.of(key("g")));
    }

    @Test
    void refusesAnUnknownAccount() {
        account()
                .givenNoPriorActivity()
                .when(grant("g", 100))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void refusesATotalBeyond64Bits() {
        account()
                .given(opened(), granted("huge", Long.MAX_VALUE, NOON, null, false, Long.MAX_VALUE, 0))
                .when(grant("g", 1))
                .expectNoEvents()
                .expectExceptionDetails(new BalanceLimitExceeded(Long.MAX_VALUE, 1));
    }

    @Test
    void refusesMoreOpenLotsThanAnAccountMayHave() {
        List<Object> history = new ArrayList<>(List.of(opened()));
        for (int i = 1; i <= Lots.MAX_OPEN; i++) {
            history.add(granted("g" + i, 1, NOON, null, false, i, 0));
        }
        account()
                .given(history)
                .when(grant("one more", 1))
                .expectNoEvents()
                .expectExceptionDetails(new OpenLotLimitReached(Lots.MAX_OPEN));
    }

    @Test
    void refusesAnExpiryThatIsOver() {
        account()
                .given(opened())
                .andGivenCurrentTime(ONE)
                .when(grantUntil("g", 100, ONE))
                .expectNoEvents()
                .expectExceptionDetails(new AccountRejection.InvalidCommand("expiresAt", "must be in the future"));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            amount,         source,      description, priority, effectiveAt,          expiresAt,            refusedField
            0,              PLAN,        Plan,        -,        -,                    -,                    amount
            1000000000001,  PLAN,        Plan,        -,        -,                    -,                    amount
            1,              PURCHASE,    Plan,        -,        -,                    -,                    source
            1,              PLAN,        ' ',         -,        -,                    -,                    description
            1,              PLAN,        Plan,        -1,       -,                    -,                    priority
            1,              PLAN,        Plan,        101,      -,                    -,                    priority
            1,              PLAN,        Plan,        -,        1969-12-31T23:59:59Z, -,                    effectiveAt
            1,              PLAN,        Plan,        -,        2030-01-02T00:00:00Z, 2030-01-01T00:00:00Z, expiresAt
            1,              PLAN,        Plan,        -,        -,                    +10000-01-01T00:00:00Z, expiresAt
            """)
    void refusesWhatNoAccountWouldTake(
            long amount,
            LotSource source,
            String description,
            @Nullable Integer priority,
            @Nullable Instant effectiveAt,
            @Nullable Instant expiresAt,
            String refusedField) {
        GrantCredits command = new GrantCredits(
                ALICE, key("g"), Credits.of(amount), source, description, priority, effectiveAt, expiresAt);

        account()
                .given(opened())
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(org.hamcrest.Matchers.hasToString(
                        org.hamcrest.Matchers.startsWith("InvalidCommand[field=" + refusedField + ",")));
    }

    private static CreditsGranted granted(
            String key,
            long amount,
            Instant effectiveAt,
            @Nullable Instant expiresAt,
            boolean pending,
            long total,
            long used) {
        return new CreditsGranted(
                ALICE,
                lotId(key),
                credits(amount),
                LotSource.PLAN,
                "Monthly plan",
                50,
                effectiveAt,
                expiresAt,
                pending,
                balance(total, used));
    }
}
