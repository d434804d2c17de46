package io.creditledger.projections.balance;

import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.projections.platform.Freshness;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what an account has. */
@Component
class FindBalanceHandler {

    private final BalanceProjection projection;
    private final BalanceTable table;
    private final Freshness freshness;

    FindBalanceHandler(BalanceProjection projection, BalanceTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    @QueryHandler
    Optional<BalanceView> find(FindBalance question) {
        return freshness.await(
                projection,
                question.accountId(),
                question.minRevision(),
                () -> table.balance(question.accountId()),
                BalanceView::revision);
    }
}
