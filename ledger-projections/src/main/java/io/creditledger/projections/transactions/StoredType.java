package io.creditledger.projections.transactions;

import io.creditledger.api.account.queries.TransactionType;

/** The numbers that types of movements are stored as: two bytes a row where the word would take twelve. */
final class StoredType {

    private StoredType() {}

    static short number(TransactionType type) {
        return switch (type) {
            case PURCHASE -> 0;
            case GRANT -> 1;
            case CONSUMPTION -> 2;
            case REVERSAL -> 3;
            case EXPIRY -> 4;
            case REFUND -> 5;
            case REVOCATION -> 6;
            case DISPUTE -> 7;
            case ADJUSTMENT -> 8;
        };
    }

    static TransactionType type(short number) {
        for (TransactionType type : TransactionType.values()) {
            if (number(type) == number) {
                return type;
            }
        }
        throw new IllegalStateException("no type of movement has the number " + number);
    }
}
