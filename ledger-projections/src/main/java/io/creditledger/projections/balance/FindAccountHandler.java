package io.creditledger.projections.balance;

import io.creditledger.api.account.queries.AccountView;
import io.creditledger.api.account.queries.FindAccount;
import io.creditledger.projections.platform.Freshness;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what an account is. */
@Component
class FindAccountHandler {

    private final BalanceProjection projection;
    private final BalanceTable table;
    private final Freshness freshness;

    FindAccountHandler(BalanceProjection projection, BalanceTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    @QueryHandler
    Optional<AccountView> find(FindAccount question) {
        return freshness.await(
                projection,
                question.accountId(),
                question.minRevision(),
                () -> table.account(question.accountId()),
                AccountView::revision);
    }
}
