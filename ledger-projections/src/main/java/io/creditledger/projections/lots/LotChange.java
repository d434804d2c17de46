package io.creditledger.projections.lots;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.LotState;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a batch makes of one lot: sums, and what the last of its facts says. */
final class LotChange {

    private final AccountId account;
    private final LotId lot;
    private @Nullable Grant grant;
    private long delta;
    private boolean activated;
    private @Nullable LotState reduction;
    private @Nullable Long reducedRevision;

    /** How the lot came in, if that is part of the batch. */
    record Grant(CreditsGranted fact, long revision, Instant occurredAt) {}

    LotChange(AccountId account, LotId lot) {
        this.account = account;
        this.lot = lot;
    }

    void grant(Grant how) {
        grant = how;
        delta = Math.addExact(delta, how.fact().amount().amount());
        Credits settledDebt = how.fact().settledDebt();
        if (settledDebt != null) {
            // The debt was spending that came before the lot.
            spend(settledDebt, how.revision());
        }
    }

    void activate() {
        activated = true;
    }

    void spend(Credits amount, long revision) {
        reduce(amount, LotState.DEPLETED, revision);
    }

    void revoke(Credits amount, long revision) {
        reduce(amount, LotState.REVOKED, revision);
    }

    void expire(Credits amount, long revision) {
        reduce(amount, LotState.EXPIRED, revision);
    }

    private void reduce(Credits amount, LotState leadsTo, long revision) {
        delta = Math.subtractExact(delta, amount.amount());
        // Once its time is over, a lot stays expired, whatever comes back to it and leaves it again.
        reduction = reduction == LotState.EXPIRED ? LotState.EXPIRED : leadsTo;
        reducedRevision = revision;
    }

    void giveBack(Credits amount) {
        delta = Math.addExact(delta, amount.amount());
    }

    String accountId() {
        return account.value();
    }

    String lotId() {
        return lot.value();
    }

    @Nullable
    Grant grant() {
        return grant;
    }

    /** What it has more than before the batch, or less. */
    long delta() {
        return delta;
    }

    boolean isActivated() {
        return activated;
    }

    boolean isExpired() {
        return reduction == LotState.EXPIRED;
    }

    /** What the lot is when nothing is left of it; null when nothing was taken from it. */
    @Nullable
    LotState reduction() {
        return reduction;
    }

    /** When something was taken from it last; null when nothing was. */
    @Nullable
    Long reducedRevision() {
        return reducedRevision;
    }

    /** The state of a lot that came in with the batch. */
    LotState stateSince(Grant how) {
        if (reduction == LotState.EXPIRED) {
            return LotState.EXPIRED;
        }
        if (delta == 0 && reduction != null) {
            return reduction;
        }
        return how.fact().pending() && !activated ? LotState.PENDING : LotState.ACTIVE;
    }
}
