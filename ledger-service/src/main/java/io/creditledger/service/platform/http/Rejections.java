package io.creditledger.service.platform.http;

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
import java.util.LinkedHashMap;
import java.util.Map;

/** What each refusal of the ledger is called over HTTP. */
final class Rejections {

    private Rejections() {}

    static Problem problemOf(AccountRejection rejection) {
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
