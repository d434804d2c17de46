package io.creditledger.api.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A whole number of credits, never negative. Arithmetic is exact: what would overflow or fall below zero throws, because a
 * caller that lets it come to that has skipped a rule.
 *
 * @param amount zero or more
 */
public record Credits(@JsonValue long amount) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    public Credits {
        if (amount < 0) {
            throw new IllegalArgumentException("credits can't be negative: " + amount);
        }
    }

    @JsonCreator
    public static Credits of(long amount) {
        return amount == 0 ? ZERO : new Credits(amount);
    }

    public Credits plus(Credits other) {
        return of(Math.addExact(amount, other.amount));
    }

    public Credits minus(Credits other) {
        return of(amount - other.amount);
    }

    public boolean covers(Credits other) {
        return amount >= other.amount;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public Credits min(Credits other) {
        return amount <= other.amount ? this : other;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return Long.toString(amount);
    }
}
