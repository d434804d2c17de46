package io.creditledger.service.account.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.BalanceView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a grant is answered: the lot that came in, and the balance after it. */
record GrantAnswer(
        String lotId,
        String accountId,
        long amount,
        LotSource source,
        String description,
        int priority,
        Instant effectiveAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant expiresAt,
        Instant occurredAt,
        BalanceView balance,
        long revision) {

    static GrantAnswer of(CreditsGranted fact, Recorded recorded) {
        return new GrantAnswer(
                fact.lotId().value(),
                fact.accountId().value(),
                fact.amount().amount(),
                fact.source(),
                fact.description(),
                fact.priority(),
                fact.effectiveAt(),
                fact.expiresAt(),
                recorded.occurredAt(),
                CommandAnswers.balanceAfter(recorded),
                recorded.revision());
    }
}
