package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.money.Credits;
import java.io.Serializable;

/**
 * Why an account refused a command: one record a reason, with its facts. A refusal changes nothing.
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
    @JsonSubTypes.Type(AccountRejection.ReversalExceedsConsumption.class)
})
public sealed interface AccountRejection extends Serializable {

    /** A refusal that is remembered as the answer to its request. */
    sealed interface Decided extends AccountRejection {}

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
