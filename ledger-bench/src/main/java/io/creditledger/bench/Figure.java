package io.creditledger.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One measured number.
 *
 * @param name its name in JSON
 * @param label what people read
 * @param unit what people read behind it; empty when there is none
 */
record Figure(String name, String label, BigDecimal value, String unit) {

    static Figure count(String name, String label, long value) {
        return new Figure(name, label, BigDecimal.valueOf(value), "");
    }

    static Figure whole(String name, String label, double value, String unit) {
        return new Figure(name, label, BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP), unit);
    }

    static Figure fine(String name, String label, double value, String unit) {
        return new Figure(name, label, BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP), unit);
    }
}
