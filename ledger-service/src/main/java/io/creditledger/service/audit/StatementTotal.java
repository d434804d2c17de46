package io.creditledger.service.audit;

import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;

/**
 * All movements of a type.
 *
 * @param movements how many there are
 * @param amount what they add to the current balance; below zero for what they take
 */
public record StatementTotal(TransactionType type, long movements, long amount) {

    static StatementTotal of(TransactionLine line) {
        return new StatementTotal(line.type(), 1, line.amount());
    }

    StatementTotal plus(StatementTotal other) {
        return new StatementTotal(type, movements + other.movements, Math.addExact(amount, other.amount));
    }
}
