package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;

/**
 * One purchase, unique among all accounts.
 *
 * @param value {@value #PREFIX} and the id of the request that started it, or {@value #TOP_UP_PREFIX} and its place among the
 *     account's automatic top-ups, hashed
 */
public record PurchaseId(@JsonValue String value) {

    public static final String PREFIX = "pur_";
    public static final String TOP_UP_PREFIX = "top_";

    @JsonCreator
    public PurchaseId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    public static PurchaseId of(RequestId request) {
        return new PurchaseId(PREFIX + request.value());
    }

    /**
     * Of an automatic top-up, which no request asked for.
     *
     * @param number the first of an account is 1
     */
    public static PurchaseId ofTopUp(AccountId account, int number) {
        return new PurchaseId(TOP_UP_PREFIX
                + RequestId.of(account, new IdempotencyKey(Integer.toString(number)))
                        .value());
    }

    @Override
    public String toString() {
        return value;
    }
}
