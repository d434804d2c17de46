package io.creditledger.service.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionLines;
import io.creditledger.api.account.queries.TransactionType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Movements as they add up. */
final class MovementTotals {

    private final Map<TransactionType, StatementTotal> byType = new EnumMap<>(TransactionType.class);

    /** Of what moved from one revision through another. */
    static MovementTotals of(AccountHistory history, AccountId account, long from, long through) {
        MovementTotals totals = new MovementTotals();
        new FactPages(history, account, from, through)
                .forEachRemaining(page ->
                        page.forEach(fact -> TransactionLines.of(fact.event(), fact.revision(), fact.occurredAt())
                                .ifPresent(totals::add)));
        return totals;
    }

    private void add(TransactionLine line) {
        byType.merge(line.type(), StatementTotal.of(line), StatementTotal::plus);
    }

    List<StatementTotal> all() {
        return List.copyOf(byType.values());
    }

    long movements() {
        return byType.values().stream().mapToLong(StatementTotal::movements).sum();
    }

    long sum() {
        return byType.values().stream().mapToLong(StatementTotal::amount).reduce(0, Math::addExact);
    }
}
