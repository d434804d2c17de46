package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A balance as readers see it, all numbers spelt out.
 *
 * @param current total less used; below zero means {@code debt}
 * @param usedPercent used in percent of total, two decimals
 * @param revision the account's revision that the numbers show
 * @param asOf when that revision came about
 */
public record BalanceView(
        String accountId,
        long total,
        long used,
        long current,
        BigDecimal usedPercent,
        long held,
        long frozen,
        long available,
        long debt,
        long revision,
        Instant asOf) {

    public static BalanceView of(AccountId account, Balance balance, long revision, Instant asOf) {
        return new BalanceView(
                account.value(),
                balance.total().amount(),
                balance.used().amount(),
                balance.current(),
                balance.usedPercent(),
                balance.held().amount(),
                balance.frozen().amount(),
                balance.available(),
                balance.debt().amount(),
                revision,
                asOf);
    }
}
