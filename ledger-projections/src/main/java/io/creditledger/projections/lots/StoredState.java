package io.creditledger.projections.lots;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.queries.LotState;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that states and sources of lots are stored as. Open states are 0 and 1: the indexes say so. That a lot is disputed
 * is no state of its own: beneath, it is pending or active, and will be that again when the dispute is won.
 */
final class StoredState {

    private StoredState() {}

    static short number(LotState state) {
        return switch (state) {
            case PENDING -> 0;
            case ACTIVE -> 1;
            case DEPLETED -> 2;
            case EXPIRED -> 3;
            case REVOKED -> 4;
            case DISPUTED -> throw new IllegalArgumentException("disputes are stored beside the state");
        };
    }

    static @Nullable Long optionalNumber(@Nullable LotState state) {
        return state == null ? null : (long) number(state);
    }

    static LotState state(short number) {
        return switch (number) {
            case 0 -> LotState.PENDING;
            case 1 -> LotState.ACTIVE;
            case 2 -> LotState.DEPLETED;
            case 3 -> LotState.EXPIRED;
            case 4 -> LotState.REVOKED;
            default -> throw new IllegalStateException("no state of a lot has the number " + number);
        };
    }

    static boolean isOpen(LotState state) {
        return switch (state) {
            case PENDING, ACTIVE, DISPUTED -> true;
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
