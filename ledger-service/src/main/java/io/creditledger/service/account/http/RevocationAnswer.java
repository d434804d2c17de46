package io.creditledger.service.account.http;

import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.queries.BalanceView;
import java.time.Instant;

/** What a revocation is answered: how much was taken back, and the balance after it. */
record RevocationAnswer(
        String revocationId,
        String lotId,
        String accountId,
        long amount,
        String reason,
        Instant occurredAt,
        BalanceView balance,
        long revision) {

    static RevocationAnswer of(CreditsRevoked fact, Recorded recorded) {
        return new RevocationAnswer(
                fact.revocationId().value(),
                fact.lotId().value(),
                fact.accountId().value(),
                fact.amount().amount(),
                fact.reason(),
                recorded.occurredAt(),
                CommandAnswers.balanceAfter(recorded),
                recorded.revision());
    }
}
