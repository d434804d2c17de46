package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.grantFrom;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.revoke;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountRejection.LotNotFound;
import io.creditledger.api.account.AccountRejection.NothingToRevoke;
import io.creditledger.api.account.AccountRejection.RevocationExceedsUnspent;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.account.events.CreditsRevoked;
import org.junit.jupiter.api.Test;

class RevokeCreditsTest {

    @Test
    void takesBackWhatIsUnspent() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30))
                .when(revoke("v", "g"))
                .expectEvents(revoked("v", 70, balance(30, 30)));
    }

    @Test
    void takesBackAPart() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30))
                .when(revoke("v", "g", 20))
                .expectEvents(revoked("v", 20, balance(80, 30)));
    }

    @Test
    void takesBackWhatIsNotInEffectYet() {
        account()
                .givenCurrentTime(NOON)
                .andGivenCommands(open(), grantFrom("g", 100, ONE))
                .when(revoke("v", "g", 40))
                .expectEvents(revoked("v", 40, balance(60, 0, 60)));
    }

    @Test
    void refusesMoreThanIsUnspent() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 30))
                .when(revoke("v", "g", 71))
                .expectNoEvents()
                .expectExceptionDetails(new RevocationExceedsUnspent(lotId("g").value(), 71, 70));
    }

    @Test
    void refusesASpentLot() {
        account()
                .givenCommands(open(), grant("g", 100), consume("c", 100))
                .when(revoke("v", "g"))
                .expectNoEvents()
                .expectExceptionDetails(new NothingToRevoke(lotId("g").value()));
    }

    @Test
    void refusesALotThatNeverWas() {
        account()
                .givenCommands(open(), grant("g", 100))
                .when(revoke("v", "other"))
                .expectNoEvents()
                .expectExceptionDetails(new LotNotFound(lotId("other").value()));
    }

    @Test
    void repeatsNothing() {
        account()
                .givenCommands(open(), grant("g", 100), revoke("v", "g", 10))
                .when(revoke("v", "g", 10))
                .expectNoEvents()
                .expectException(RequestRepeatedException.class);
    }

    private static CreditsRevoked revoked(String key, long amount, Balance after) {
        return new CreditsRevoked(
                ALICE,
                RevocationId.of(RequestId.of(ALICE, key(key))),
                lotId("g"),
                credits(amount),
                "Granted twice",
                after);
    }
}
