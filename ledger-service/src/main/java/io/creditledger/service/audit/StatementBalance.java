package io.creditledger.service.audit;

import io.creditledger.api.account.Balance;
import java.math.BigDecimal;

/**
 * What an account had when a period began or ended.
 *
 * @param current total less used; below zero means {@code debt}
 * @param usedPercent used in percent of total, two decimals
 */
public record StatementBalance(
        long total,
        long used,
        long current,
        BigDecimal usedPercent,
        long held,
        long frozen,
        long available,
        long debt) {

    static StatementBalance of(Balance balance) {
        return new StatementBalance(
                balance.total().amount(),
                balance.used().amount(),
                balance.current(),
                balance.usedPercent(),
                balance.held().amount(),
                balance.frozen().amount(),
                balance.available(),
                balance.debt().amount());
    }
}
