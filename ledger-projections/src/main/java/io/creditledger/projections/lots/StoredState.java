package io.creditledger.projections.lots;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.queries.LotState;
import org.jspecify.annotations.Nullable;

/** The numbers that states and sources of lots are stored as. Open states are 0 and 1: the indexes say so. */
final class StoredState {

    private StoredState() {}

    static short number(LotState state) {
        return switch (state) {
            case PENDING -> 0;
            case ACTIVE -> 1;
            case DEPLETED -> 2;
            case EXPIRED -> 3;
            case REVOKED -> 4;
        };
    }

    static @Nullable Long optionalNumber(@Nullable LotState state) {
        return state == null ? null : (long) number(state);
    }

    static LotState state(short number) {
        for (LotState state : LotState.values()) {
            if (number(state) == number) {
                return state;
            }
        }
        throw new IllegalStateException("no state of a lot has the number " + number);
    }

    static boolean isOpen(LotState state) {
        return switch (state) {
            case PENDING, ACTIVE -> true;
            case DEPLETED, EXPIRED, REVOKED -> false;
        };
    }

    static short number(LotSource source) {
        return switch (source) {
            case PURCHASE -> 0;
            case PROMOTIONAL -> 1;
            case PLAN -> 2;
            case ADJUSTMENT -> 3;
        };
    }

    static LotSource source(short number) {
        for (LotSource source : LotSource.values()) {
            if (number(source) == number) {
                return source;
            }
        }
        throw new IllegalStateException("no source of a lot has the number " + number);
    }
}
