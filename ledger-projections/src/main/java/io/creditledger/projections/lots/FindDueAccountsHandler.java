package io.creditledger.projections.lots;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.FindDueAccounts;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers whose lots came into effect or expired without that being booked, the longest due first. */
@Component
class FindDueAccountsHandler {

    private final LotsTable table;

    FindDueAccountsHandler(LotsTable table) {
        this.table = table;
    }

    @QueryHandler
    List<AccountId> find(FindDueAccounts question) {
        return table.due(question.at(), question.limit());
    }
}
