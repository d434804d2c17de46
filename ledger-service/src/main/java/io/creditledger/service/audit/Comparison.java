package io.creditledger.service.audit;

import io.creditledger.api.account.Balance;
import io.creditledger.api.account.queries.BalanceView;
import java.util.List;

/**
 * Two moments of an account, and what lies between.
 *
 * @param first the earlier one
 * @param second the later one
 * @param change the second less the first
 * @param facts how many facts lie between: those after the revision of the first up to and including that of the second
 * @param totals what they moved, by type
 */
public record Comparison(
        String accountId,
        Basis basis,
        BalanceView first,
        BalanceView second,
        Change change,
        long facts,
        List<StatementTotal> totals) {

    public Comparison {
        totals = List.copyOf(totals);
    }

    /** Each number of a balance, less the same number of an earlier one. */
    public record Change(long total, long used, long current, long held, long frozen, long available, long debt) {

        static Change between(Balance first, Balance second) {
            return new Change(
                    second.total().amount() - first.total().amount(),
                    second.used().amount() - first.used().amount(),
                    second.current() - first.current(),
                    second.held().amount() - first.held().amount(),
                    second.frozen().amount() - first.frozen().amount(),
                    second.available() - first.available(),
                    second.debt().amount() - first.debt().amount());
        }
    }
}
