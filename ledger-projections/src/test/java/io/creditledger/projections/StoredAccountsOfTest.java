package io.creditledger.projections;

import io.creditledger.api.audit.queries.FindStoredAccounts;
import io.creditledger.api.audit.queries.StoredAccount;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Says which accounts there are in a history of the test, as the event store does in production. */
final class StoredAccountsOfTest {

    private final History history;

    StoredAccountsOfTest(History history) {
        this.history = history;
    }

    @QueryHandler
    List<StoredAccount> handle(FindStoredAccounts question) {
        return history.accounts().stream()
                .filter(account -> question.accounts().first() == null
                        || account.accountId()
                                        .compareTo(question.accounts().first().value())
                                >= 0)
                .filter(account -> question.accounts().last() == null
                        || account.accountId()
                                        .compareTo(question.accounts().last().value())
                                <= 0)
                .filter(account ->
                        question.behind() == null || account.accountId().compareTo(question.behind()) > 0)
                .limit(question.limit())
                .toList();
    }
}
