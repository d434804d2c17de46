package io.creditledger.projections.lots;

import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.LotState;
import io.creditledger.api.purchase.Payment;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lot that came in with a batch, as it is at the batch's end. */
record LotRow(
        CreditsGranted fact,
        long grantedRevision,
        Instant grantedAt,
        long remaining,
        LotState state,
        @Nullable Long closedRevision) {

    static Stream<LotRow> ofGranted(LotChange change) {
        LotChange.Grant grant = change.grant();
        if (grant == null) {
            return Stream.empty();
        }
        LotState state = change.stateSince(grant);
        return Stream.of(new LotRow(
                grant.fact(),
                grant.revision(),
                grant.occurredAt(),
                change.delta(),
                state,
                StoredState.isOpen(state) ? null : change.reducedRevision()));
    }

    String accountId() {
        return fact.accountId().value();
    }

    String lotId() {
        return fact.lotId().value();
    }

    @Nullable
    String purchaseId() {
        Payment payment = fact.payment();
        return payment == null ? null : payment.purchaseId().value();
    }

    @Nullable
    Long paidAmount() {
        Payment payment = fact.payment();
        return payment == null ? null : payment.price().amount();
    }

    @Nullable
    String paidCurrency() {
        Payment payment = fact.payment();
        return payment == null ? null : payment.price().currency();
    }
}
