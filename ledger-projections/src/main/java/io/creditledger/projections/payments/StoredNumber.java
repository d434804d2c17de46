package io.creditledger.projections.payments;

import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.queries.UnfinishedPayment.Kind;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/** The numbers that the words of purchases are stored as. Those of statuses and initiators are also in indexes and queries. */
final class StoredNumber {

    private StoredNumber() {}

    static short of(PurchaseStatus status) {
        return switch (status) {
            case PROCESSING -> 0;
            case REQUIRES_ACTION -> 1;
            case REQUIRES_PAYMENT_METHOD -> 2;
            case SUCCEEDED -> 3;
            case FAILED -> 4;
            case CANCELED -> 5;
            case PARTIALLY_REFUNDED -> 6;
            case REFUNDED -> 7;
            case DISPUTED -> 8;
        };
    }

    static PurchaseStatus status(short number) {
        return word(PurchaseStatus.values(), StoredNumber::of, number);
    }

    static short of(PurchaseInitiator initiator) {
        return switch (initiator) {
            case CUSTOMER -> 0;
            case AUTO_TOP_UP -> 1;
        };
    }

    static PurchaseInitiator initiator(short number) {
        return word(PurchaseInitiator.values(), StoredNumber::of, number);
    }

    static short of(CancellationReason reason) {
        return switch (reason) {
            case REQUESTED -> 0;
            case STALE -> 1;
            case DECLINED -> 2;
        };
    }

    static CancellationReason cancellation(short number) {
        return word(CancellationReason.values(), StoredNumber::of, number);
    }

    static short of(PauseReason reason) {
        return switch (reason) {
            case AUTHENTICATION_REQUIRED -> 0;
            case PAYMENT_DECLINED -> 1;
            case PAYMENT_METHOD_MISSING -> 2;
            case MONTHLY_LIMIT_REACHED -> 3;
            case PAYMENT_DISPUTED -> 4;
        };
    }

    static PauseReason pause(short number) {
        return word(PauseReason.values(), StoredNumber::of, number);
    }

    static short of(Kind kind) {
        return switch (kind) {
            case PURCHASE -> 0;
            case REFUND -> 1;
            case CARD_REMOVAL -> 2;
            case AUTO_TOP_UP -> 3;
        };
    }

    static Kind kind(short number) {
        return word(Kind.values(), StoredNumber::of, number);
    }

    private static <T> T word(T[] words, ToIntFunction<T> numbers, short number) {
        return Arrays.stream(words)
                .filter(word -> numbers.applyAsInt(word) == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is stored as " + number));
    }
}
