package io.creditledger.api.purchase.queries;

import java.time.Instant;

/**
 * What the ledger still has to do with the payment provider; answered by a list of {@link UnfinishedPayment}, the longest due
 * first.
 *
 * @param from only what has been due since then
 * @param until only what is due by then
 * @param limit how many at the most
 */
public record FindUnfinishedPayments(Instant from, Instant until, int limit) implements PurchaseQuery {}
