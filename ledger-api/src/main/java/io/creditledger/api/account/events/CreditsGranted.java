package io.creditledger.api.account.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot of credits came in.
 *
 * @param priority 0 to 100, lower burns first
 * @param expiresAt from when the lot can't be spent any more; null is never
 * @param pending whether the lot is not in effect yet; its credits are frozen until {@link LotActivated}
 * @param settledDebt how many of the credits paid debt at once; the lot begins with the others. Absent for none
 * @param payment what the lot was bought with; absent for lots that nobody bought
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditsGranted(
        AccountId accountId,
        LotId lotId,
        Credits amount,
        LotSource source,
        String description,
        int priority,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        boolean pending,
        @Nullable Credits settledDebt,
        @Nullable Payment payment,
        Balance balance)
        implements AccountEvent {

    /** A lot that nobody bought, to an account without debt. */
    public CreditsGranted(
            AccountId accountId,
            LotId lotId,
            Credits amount,
            LotSource source,
            String description,
            int priority,
            Instant effectiveAt,
            @Nullable Instant expiresAt,
            boolean pending,
            Balance balance) {
        this(
                accountId,
                lotId,
                amount,
                source,
                description,
                priority,
                effectiveAt,
                expiresAt,
                pending,
                null,
                null,
                balance);
    }

    /** What the lot begins with. */
    @JsonIgnore
    public Credits spendable() {
        return settledDebt == null ? amount : amount.minus(settledDebt);
    }
}
