package io.creditledger.api.purchase.queries;

import java.time.Instant;

/**
 * What the ledger still has to do with the payment provider; answered by a list of {@link UnfinishedPayment}, the longest due
 * first.
 *
 * @param at only what is due by then
 * @param limit how many at the most
 */
public record FindUnfinishedPayments(Instant at, int limit) implements PurchaseQuery {}
