package io.creditledger.api.purchase.queries;

import java.time.Instant;
import java.util.List;

/**
 * The saved cards of an account.
 *
 * @param revision the account's revision that the list shows
 * @param asOf when that revision came about
 */
public record PaymentMethodsView(List<PaymentMethodView> items, long revision, Instant asOf) {

    public PaymentMethodsView {
        items = List.copyOf(items);
    }
}
