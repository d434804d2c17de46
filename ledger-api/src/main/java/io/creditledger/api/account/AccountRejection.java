package io.creditledger.api.account;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.LedgerRejection;
import io.creditledger.api.money.Credits;

/**
 * Why an account refused a command about its credits.
 */
public sealed interface AccountRejection extends LedgerRejection {

    /** A refusal that is remembered as the answer to its request. */
    sealed interface Decided extends AccountRejection, LedgerRejection.Decided {}

    /** No such account was ever opened. */
    record AccountNotFound(String accountId) implements AccountRejection {}

    /**
     * A field of the command is out of its range.
     *
     * @param field its path in the request, as in {@code website.url}
     * @param problem what is wrong with it, for a person
     */
    record InvalidCommand(String field, String problem) implements AccountRejection {}

    /** The key has already named another request to this account. */
    record IdempotencyKeyReused(String idempotencyKey) implements AccountRejection {
        public static IdempotencyKeyReused of(IdempotencyKey key) {
            return new IdempotencyKeyReused(key.value());
        }
    }

    /**
     * Less is available than was asked for.
     *
     * @param available what could be taken at that moment; zero or less when the account is in debt
     */
    record InsufficientCredits(long requested, long available) implements Decided {}

    /** With this lot the account's total would not fit 64 bits. */
    record BalanceLimitExceeded(long total, long requested) implements Decided {}

    /** The account has as many open lots as it may have. */
    record OpenLotLimitReached(int limit) implements Decided {}

    /** The account never had such a lot. */
    record LotNotFound(String lotId) implements Decided {}

    /** Nothing of the lot is unspent. */
    record NothingToRevoke(String lotId) implements Decided {}

    /** Less of the lot is unspent than was to be revoked. */
    record RevocationExceedsUnspent(String lotId, long requested, long unspent) implements Decided {}

    /** The account never had such a consumption. */
    record ConsumptionNotFound(String consumptionId) implements Decided {}

    /** The whole consumption has been given back before. */
    record AlreadyReversed(String consumptionId) implements Decided {}

    /** Less of the consumption is left to give back than was asked for. */
    record ReversalExceedsConsumption(String consumptionId, long requested, long reversible) implements Decided {}

    static InsufficientCredits insufficient(Credits requested, long available) {
        return new InsufficientCredits(requested.amount(), available);
    }
}
