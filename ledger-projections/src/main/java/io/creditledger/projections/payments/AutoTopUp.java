package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.AutoTopUpTerms;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PaymentFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account buys by itself.
 *
 * @param pausedReason why top-ups wait; null unless they do
 * @param nextAttemptAt when they go on by themselves; null when they need not
 */
record AutoTopUp(
        AccountId account,
        Credits threshold,
        String packageId,
        Price monthlyLimit,
        @Nullable PauseReason pausedReason,
        @Nullable PaymentFailure failure,
        @Nullable Instant nextAttemptAt) {

    static AutoTopUp on(AccountId account, AutoTopUpTerms terms) {
        return new AutoTopUp(
                account,
                terms.threshold(),
                terms.creditPackage().packageId().value(),
                terms.monthlyLimit(),
                null,
                null,
                null);
    }

    static AutoTopUp stored(ResultSet row) throws SQLException {
        Short reason = Stored.optionalNumber(row, "paused_reason");
        return new AutoTopUp(
                new AccountId(row.getString("account_id")),
                Credits.of(row.getLong("threshold")),
                row.getString("package_id"),
                new Price(row.getLong("limit_amount"), row.getString("limit_currency")),
                reason == null ? null : StoredNumber.pause(reason),
                Stored.failure(row),
                Stored.optionalMoment(row, "next_attempt_at"));
    }

    AutoTopUp paused(PauseReason reason, @Nullable PaymentFailure why, @Nullable Instant until) {
        return with(reason, why, until);
    }

    AutoTopUp postponed(PaymentFailure why, Instant until) {
        return with(pausedReason, why, until);
    }

    AutoTopUp resumed() {
        return with(null, null, null);
    }

    /** There is nothing to wait for any more: a top-up is under way. */
    AutoTopUp started() {
        return with(pausedReason, failure, null);
    }

    AutoTopUp succeeded() {
        return with(pausedReason, null, nextAttemptAt);
    }

    private AutoTopUp with(@Nullable PauseReason reason, @Nullable PaymentFailure why, @Nullable Instant next) {
        return new AutoTopUp(account, threshold, packageId, monthlyLimit, reason, why, next);
    }

    String accountId() {
        return account.value();
    }
}
