package io.creditledger.projections.balance;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.FindAccounts;
import io.creditledger.api.account.queries.Page;
import io.creditledger.projections.platform.Cursor;
import io.creditledger.projections.platform.Pages;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers which accounts there are. */
@Component
class FindAccountsHandler {

    private static final Cursor CURSOR = new Cursor("accounts");

    private final BalanceTable table;

    FindAccountsHandler(BalanceTable table) {
        this.table = table;
    }

    /** A raw type: Axon does not take an answer with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    Page find(FindAccounts question) {
        return Pages.of(
                table.accounts(question.prefix(), behind(question.cursor()), question.limit() + 1),
                question.limit(),
                last -> CURSOR.at(last.accountId()),
                null);
    }

    private static String behind(@Nullable String cursor) {
        String position = CURSOR.position(cursor);
        if (cursor == null || position == null) {
            return "";
        }
        if (!AccountId.isValid(position)) {
            throw Cursor.invalid(cursor);
        }
        return position;
    }
}
