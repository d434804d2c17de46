package io.creditledger.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.creditledger.api.account.AccountRejection;
import io.creditledger.api.purchase.PurchaseRejection;
import java.io.Serializable;

/**
 * Why an account refused a command: one record a reason, with its facts, sealed by feature. A refusal changes nothing.
 *
 * <p>A refusal that depends on what the account held when it was decided is {@link Decided}: it is an answer like any other and
 * is remembered under its idempotency key for ever. The others say that the request itself was wrong.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "rejection")
@JsonSubTypes({
    @JsonSubTypes.Type(AccountRejection.AccountNotFound.class),
    @JsonSubTypes.Type(AccountRejection.InvalidCommand.class),
    @JsonSubTypes.Type(AccountRejection.IdempotencyKeyReused.class),
    @JsonSubTypes.Type(AccountRejection.InsufficientCredits.class),
    @JsonSubTypes.Type(AccountRejection.BalanceLimitExceeded.class),
    @JsonSubTypes.Type(AccountRejection.OpenLotLimitReached.class),
    @JsonSubTypes.Type(AccountRejection.LotNotFound.class),
    @JsonSubTypes.Type(AccountRejection.NothingToRevoke.class),
    @JsonSubTypes.Type(AccountRejection.RevocationExceedsUnspent.class),
    @JsonSubTypes.Type(AccountRejection.ConsumptionNotFound.class),
    @JsonSubTypes.Type(AccountRejection.AlreadyReversed.class),
    @JsonSubTypes.Type(AccountRejection.ReversalExceedsConsumption.class),
    @JsonSubTypes.Type(PurchaseRejection.PurchaseNotFound.class),
    @JsonSubTypes.Type(PurchaseRejection.PackageNotFound.class),
    @JsonSubTypes.Type(PurchaseRejection.PaymentMethodNotFound.class),
    @JsonSubTypes.Type(PurchaseRejection.OpenPurchaseLimitReached.class),
    @JsonSubTypes.Type(PurchaseRejection.PurchaseNotPaid.class),
    @JsonSubTypes.Type(PurchaseRejection.PurchaseNotOpen.class),
    @JsonSubTypes.Type(PurchaseRejection.PurchaseDisputed.class),
    @JsonSubTypes.Type(PurchaseRejection.NothingToRefund.class),
    @JsonSubTypes.Type(PurchaseRejection.RefundExceedsUnspent.class),
    @JsonSubTypes.Type(PurchaseRejection.RefundTooSmall.class),
    @JsonSubTypes.Type(PurchaseRejection.PaymentMismatch.class),
    @JsonSubTypes.Type(PurchaseRejection.CustomerMismatch.class),
    @JsonSubTypes.Type(PurchaseRejection.PaymentMethodLimitReached.class)
})
public interface LedgerRejection extends Serializable {

    /** A refusal that is remembered as the answer to its request. */
    interface Decided extends LedgerRejection {}
}
