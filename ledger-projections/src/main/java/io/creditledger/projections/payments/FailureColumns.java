package io.creditledger.projections.payments;

import io.creditledger.api.purchase.PaymentFailure;
import org.jspecify.annotations.Nullable;

/** A failure in three columns, all empty when there is none. */
final class FailureColumns {

    private FailureColumns() {}

    static @Nullable String code(@Nullable PaymentFailure failure) {
        return failure == null ? null : failure.code();
    }

    static @Nullable String declineCode(@Nullable PaymentFailure failure) {
        return failure == null ? null : failure.declineCode();
    }

    static @Nullable String message(@Nullable PaymentFailure failure) {
        return failure == null ? null : failure.message();
    }
}
