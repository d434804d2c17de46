package io.creditledger.service.account.http;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.service.platform.http.LedgerHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Makes the answer to a command from the fact that stands for it and from nothing else, so that a request repeated years later
 * is answered with the same bytes.
 */
final class CommandAnswers {

    private CommandAnswers() {}

    static ResponseEntity<GrantAnswer> granted(Recorded recorded) {
        return created(recorded, GrantAnswer.of(fact(recorded, CreditsGranted.class), recorded));
    }

    static ResponseEntity<ConsumptionAnswer> consumed(Recorded recorded) {
        return created(recorded, consumption(recorded));
    }

    static ConsumptionAnswer consumption(Recorded recorded) {
        return ConsumptionAnswer.of(fact(recorded, CreditsConsumed.class), recorded);
    }

    static ResponseEntity<ReversalAnswer> reversed(Recorded recorded) {
        return created(recorded, ReversalAnswer.of(fact(recorded, ConsumptionReversed.class), recorded));
    }

    static ResponseEntity<RevocationAnswer> revoked(Recorded recorded) {
        return created(recorded, RevocationAnswer.of(fact(recorded, CreditsRevoked.class), recorded));
    }

    static BalanceView balanceAfter(Recorded recorded) {
        LedgerEvent fact = recorded.fact();
        return BalanceView.of(fact.accountId(), fact.balance(), recorded.revision(), recorded.occurredAt());
    }

    private static <T> ResponseEntity<T> created(Recorded recorded, T answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.CREATED);
        if (recorded.replayed()) {
            response.header(LedgerHeaders.REPLAYED, "true");
        }
        return response.body(answer);
    }

    private static <E extends LedgerEvent> E fact(Recorded recorded, Class<E> expected) {
        return expected.cast(recorded.fact());
    }
}
