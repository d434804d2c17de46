package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.creditledger.api.money.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an account has. The four stored numbers imply all others: Current = Total - Used, Available = Current - Held - Frozen.
 *
 * @param total credits ever assigned or purchased, less what left unused (expired, refunded, revoked)
 * @param used consumed less reversed
 * @param held set aside: for refunds that are under way
 * @param frozen in lots that can't be spent for now: not yet in effect, or disputed
 */
@JsonIgnoreProperties({"current", "available", "debt", "usedPercent"})
public record Balance(Credits total, Credits used, Credits held, Credits frozen) {

    public static final Balance ZERO = new Balance(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Total less used; below zero only when paid credits were taken back after they were spent. */
    @JsonIgnore
    public long current() {
        return total.amount() - used.amount();
    }

    /** What a consumption or hold may take now. */
    @JsonIgnore
    public long available() {
        return current() - held.amount() - frozen.amount();
    }

    /** How far current is below zero; the next lot pays it first. */
    @JsonIgnore
    public Credits debt() {
        return Credits.of(Math.max(0, -current()));
    }

    /** Used in percent of total, to two decimals, rounded half up; zero while nothing was ever granted. */
    @JsonIgnore
    public BigDecimal usedPercent() {
        if (total.isZero()) {
            return BigDecimal.ZERO.setScale(2);
        }
        return BigDecimal.valueOf(used.amount())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(total.amount()), 2, RoundingMode.HALF_UP);
    }

    /** With a lot more. */
    public Balance granted(Credits amount) {
        return new Balance(total.plus(amount), used, held, frozen);
    }

    /** With this much more of the current balance out of reach for now. */
    public Balance freezing(Credits amount) {
        return new Balance(total, used, held, frozen.plus(amount));
    }

    /** With this much of the frozen credits within reach. */
    public Balance thawing(Credits amount) {
        return new Balance(total, used, held, frozen.minus(amount));
    }

    public Balance consumed(Credits amount) {
        return new Balance(total, used.plus(amount), held, frozen);
    }

    public Balance reversed(Credits amount) {
        return new Balance(total, used.minus(amount), held, frozen);
    }

    /** With this much of the current balance set aside. */
    public Balance holding(Credits amount) {
        return new Balance(total, used, held.plus(amount), frozen);
    }

    /** With this much set aside no longer. */
    public Balance releasing(Credits amount) {
        return new Balance(total, used, held.minus(amount), frozen);
    }

    /** With this much less, because it left unused: expired, refunded, revoked. */
    public Balance without(Credits amount) {
        return new Balance(total.minus(amount), used, held, frozen);
    }
}
