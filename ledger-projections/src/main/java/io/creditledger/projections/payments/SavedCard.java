package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A saved card, or one that is no longer there.
 *
 * @param savedRevision its place among the account's cards
 * @param revision its last change
 */
record SavedCard(AccountId account, Card card, boolean isDefault, boolean removed, long savedRevision, long revision) {

    static SavedCard stored(ResultSet row) throws SQLException {
        return new SavedCard(
                new AccountId(row.getString("account_id")),
                new Card(
                        new PaymentMethodId(row.getString("payment_method_id")),
                        row.getString("brand"),
                        row.getString("last4"),
                        row.getInt("exp_month"),
                        row.getInt("exp_year"),
                        row.getString("fingerprint"),
                        row.getString("country")),
                row.getBoolean("is_default"),
                row.getBoolean("removed"),
                row.getLong("saved_revision"),
                row.getLong("revision"));
    }

    SavedCard updated(Card now, long at) {
        return new SavedCard(account, now, isDefault, removed, savedRevision, at);
    }

    /** The one to pay with, or no longer that. What it was already is no change. */
    SavedCard asDefault(boolean whether, long at) {
        return isDefault == whether ? this : new SavedCard(account, card, whether, removed, savedRevision, at);
    }

    SavedCard remove(long at) {
        return removed ? this : new SavedCard(account, card, false, true, savedRevision, at);
    }

    String accountId() {
        return account.value();
    }

    String paymentMethodId() {
        return card.paymentMethodId().value();
    }

    PaymentMethodView view() {
        return new PaymentMethodView(
                paymentMethodId(),
                card.brand(),
                card.last4(),
                card.expMonth(),
                card.expYear(),
                card.fingerprint(),
                card.country(),
                isDefault,
                removed,
                revision);
    }
}
