package io.creditledger.api.purchase;

import io.creditledger.api.LedgerRejection;

/** Why an account refused a command about its purchases and cards. */
public sealed interface PurchaseRejection extends LedgerRejection {

    /** A refusal that is remembered as the answer to its request. */
    sealed interface Decided extends PurchaseRejection, LedgerRejection.Decided {}

    /** The account never had such a purchase. */
    record PurchaseNotFound(String purchaseId) implements Decided {}

    /** The catalogue has no such package. */
    record PackageNotFound(String packageId) implements PurchaseRejection {}

    /** The account has no such card. */
    record PaymentMethodNotFound(String paymentMethodId) implements Decided {}

    /** The account has as many purchases under way as it may have. */
    record OpenPurchaseLimitReached(int limit) implements Decided {}

    /** The account has as many cards as it may have. */
    record PaymentMethodLimitReached(int limit) implements PurchaseRejection {}

    /** Nobody has paid, so nothing can be refunded. */
    record PurchaseNotPaid(String purchaseId) implements Decided {}

    /** It has ended already. */
    record PurchaseNotOpen(String purchaseId, PurchaseStatus status) implements PurchaseRejection {}

    /** The bank disputes the payment: where the money goes is for the bank to say now. */
    record PurchaseDisputed(String purchaseId) implements Decided {}

    /** None of the purchase's credits are unspent, or all its money has gone back. */
    record NothingToRefund(String purchaseId) implements Decided {}

    /** Less of the purchase is unspent than was to be refunded. */
    record RefundExceedsUnspent(String purchaseId, long requested, long unspent) implements Decided {}

    /** So few credits are worth less than the smallest coin. */
    record RefundTooSmall(String purchaseId, long credits) implements Decided {}

    /**
     * A payment is not the one that the purchase asked for.
     *
     * @param what which fact of it differs
     */
    record PaymentMismatch(String purchaseId, String what, String expected, String found)
            implements PurchaseRejection {}

    /** A card or customer is not this account's. */
    record CustomerMismatch(String found) implements PurchaseRejection {}
}
