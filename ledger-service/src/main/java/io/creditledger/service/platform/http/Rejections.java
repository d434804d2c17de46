package io.creditledger.service.platform.http;

import io.creditledger.api.LedgerRejection;
import io.creditledger.api.account.AccountRejection;
import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.AccountRejection.AlreadyReversed;
import io.creditledger.api.account.AccountRejection.BalanceLimitExceeded;
import io.creditledger.api.account.AccountRejection.ConsumptionNotFound;
import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.AccountRejection.InvalidCommand;
import io.creditledger.api.account.AccountRejection.LotNotFound;
import io.creditledger.api.account.AccountRejection.NothingToRevoke;
import io.creditledger.api.account.AccountRejection.OpenLotLimitReached;
import io.creditledger.api.account.AccountRejection.ReversalExceedsConsumption;
import io.creditledger.api.account.AccountRejection.RevocationExceedsUnspent;
import io.creditledger.api.account.queries.QueryRejection;
import io.creditledger.api.account.queries.QueryRejection.InvalidCursor;
import io.creditledger.api.account.queries.QueryRejection.ProjectionBehind;
import io.creditledger.api.purchase.PurchaseRejection;
import io.creditledger.api.purchase.PurchaseRejection.CustomerMismatch;
import io.creditledger.api.purchase.PurchaseRejection.NothingToRefund;
import io.creditledger.api.purchase.PurchaseRejection.OpenPurchaseLimitReached;
import io.creditledger.api.purchase.PurchaseRejection.PackageNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodLimitReached;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMismatch;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseDisputed;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotOpen;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotPaid;
import io.creditledger.api.purchase.PurchaseRejection.RefundExceedsUnspent;
import io.creditledger.api.purchase.PurchaseRejection.RefundTooSmall;
import io.creditledger.api.purchase.PurchaseStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each refusal of the ledger is called over HTTP. */
public final class Rejections {

    private Rejections() {}

    public static Problem problemOf(LedgerRejection rejection) {
        return switch (rejection) {
            case AccountRejection ofAccount -> problemOf(ofAccount);
            case PurchaseRejection ofPurchase -> problemOf(ofPurchase);
            default -> throw new IllegalArgumentException("a refusal of no known feature: " + rejection);
        };
    }

    private static Problem problemOf(PurchaseRejection rejection) {
        return switch (rejection) {
            case PurchaseNotFound(String purchaseId) ->
                Problem.of(
                        ProblemType.PURCHASE_NOT_FOUND,
                        "the account has no purchase " + purchaseId,
                        Map.of("purchaseId", purchaseId));
            case PackageNotFound(String packageId) ->
                Problem.of(
                        ProblemType.PACKAGE_NOT_FOUND,
                        "there is no package " + packageId,
                        Map.of("packageId", packageId));
            case PaymentMethodNotFound(String paymentMethodId) ->
                Problem.of(
                        ProblemType.PAYMENT_METHOD_NOT_FOUND,
                        "the account has no payment method " + paymentMethodId,
                        Map.of("paymentMethodId", paymentMethodId));
            case OpenPurchaseLimitReached(int limit) ->
                Problem.of(
                        ProblemType.OPEN_PURCHASE_LIMIT_REACHED,
                        "the account has " + limit + " purchases under way, which is the limit",
                        Map.of("limit", limit));
            case PaymentMethodLimitReached(int limit) ->
                Problem.of(
                        ProblemType.PAYMENT_METHOD_LIMIT_REACHED,
                        "the account has " + limit + " payment methods, which is the limit",
                        Map.of("limit", limit));
            case PurchaseNotPaid(String purchaseId) ->
                Problem.of(
                        ProblemType.PURCHASE_NOT_PAID,
                        "nobody has paid the purchase " + purchaseId,
                        Map.of("purchaseId", purchaseId));
            case PurchaseNotOpen(String purchaseId, PurchaseStatus status) ->
                Problem.of(
                        ProblemType.PURCHASE_NOT_OPEN,
                        "the purchase " + purchaseId + " has ended",
                        facts("purchaseId", purchaseId, "purchaseStatus", status));
            case PurchaseDisputed(String purchaseId) ->
                Problem.of(
                        ProblemType.PURCHASE_DISPUTED,
                        "the payment of the purchase " + purchaseId + " is disputed",
                        Map.of("purchaseId", purchaseId));
            case NothingToRefund(String purchaseId) ->
                Problem.of(
                        ProblemType.NOTHING_TO_REFUND,
                        "nothing of the purchase " + purchaseId + " is unspent and still paid for",
                        Map.of("purchaseId", purchaseId));
            case RefundExceedsUnspent(String purchaseId, long requested, long unspent) ->
                Problem.of(
                        ProblemType.REFUND_EXCEEDS_UNSPENT,
                        unspent + " credits of the purchase can be refunded, not " + requested,
                        facts("purchaseId", purchaseId, "requested", requested, "unspent", unspent));
            case RefundTooSmall(String purchaseId, long credits) ->
                Problem.of(
                        ProblemType.REFUND_TOO_SMALL,
                        credits + " credits of the purchase are worth less than the smallest coin",
                        facts("purchaseId", purchaseId, "credits", credits));
            case PaymentMismatch(String purchaseId, String what, String _, String _) ->
                Problem.of(
                        ProblemType.CONFLICT,
                        "the " + what + " of a payment is not that of the purchase " + purchaseId,
                        Map.of("purchaseId", purchaseId));
            case CustomerMismatch(String _) ->
                Problem.of(ProblemType.CONFLICT, "the payment provider's customer is not this account's");
        };
    }

    private static Problem problemOf(AccountRejection rejection) {
        return switch (rejection) {
            case AccountNotFound(String accountId) -> accountNotFound(accountId);
            case InvalidCommand(String field, String problem) -> Problem.invalid(field, problem);
            case IdempotencyKeyReused(String key) ->
                Problem.of(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "the idempotency key has named another request to this account",
                        Map.of("idempotencyKey", key));
            case InsufficientCredits(long requested, long available) ->
                Problem.of(
                        ProblemType.INSUFFICIENT_CREDITS,
                        requested + " credits were asked for and " + available + " are available",
                        facts("requested", requested, "available", available));
            case BalanceLimitExceeded(long total, long requested) ->
                Problem.of(
                        ProblemType.BALANCE_LIMIT_EXCEEDED,
                        "with " + requested + " credits more the total of " + total + " would be too large",
                        facts("total", total, "requested", requested));
            case OpenLotLimitReached(int limit) ->
                Problem.of(
                        ProblemType.OPEN_LOT_LIMIT_REACHED,
                        "the account has " + limit + " open lots, which is the limit",
                        Map.of("limit", limit));
            case LotNotFound(String lotId) ->
                Problem.of(ProblemType.LOT_NOT_FOUND, "the account has no lot " + lotId, Map.of("lotId", lotId));
            case NothingToRevoke(String lotId) ->
                Problem.of(
                        ProblemType.NOTHING_TO_REVOKE,
                        "nothing of the lot " + lotId + " is unspent",
                        Map.of("lotId", lotId));
            case RevocationExceedsUnspent(String lotId, long requested, long unspent) ->
                Problem.of(
                        ProblemType.REVOCATION_EXCEEDS_UNSPENT,
                        unspent + " credits of the lot are unspent, not " + requested,
                        facts("lotId", lotId, "requested", requested, "unspent", unspent));
            case ConsumptionNotFound(String consumptionId) ->
                Problem.of(
                        ProblemType.CONSUMPTION_NOT_FOUND,
                        "the account has no consumption " + consumptionId,
                        Map.of("consumptionId", consumptionId));
            case AlreadyReversed(String consumptionId) ->
                Problem.of(
                        ProblemType.ALREADY_REVERSED,
                        "the whole consumption has been given back",
                        Map.of("consumptionId", consumptionId));
            case ReversalExceedsConsumption(String consumptionId, long requested, long reversible) ->
                Problem.of(
                        ProblemType.REVERSAL_EXCEEDS_CONSUMPTION,
                        reversible + " credits of the consumption are left to give back, not " + requested,
                        facts("consumptionId", consumptionId, "requested", requested, "reversible", reversible));
        };
    }

    static Problem problemOf(QueryRejection rejection) {
        return switch (rejection) {
            case ProjectionBehind(String accountId, long demanded, long reached) ->
                Problem.of(
                                ProblemType.PROJECTION_BEHIND,
                                "the read model has not reached revision " + demanded + " yet",
                                facts("accountId", accountId, "demanded", demanded, "reached", reached))
                        .retryAfter(1);
            case InvalidCursor(String _) ->
                Problem.invalid("cursor", "must be the nextCursor of an answer to the same question");
        };
    }

    static Problem accountNotFound(String accountId) {
        return Problem.of(
                ProblemType.ACCOUNT_NOT_FOUND, "there is no account " + accountId, Map.of("accountId", accountId));
    }

    /** Facts in the order given, names and values by turns. */
    private static Map<String, Object> facts(Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
