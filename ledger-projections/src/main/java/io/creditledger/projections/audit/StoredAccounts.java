package io.creditledger.projections.audit;

import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.queries.FindStoredAccounts;
import io.creditledger.api.audit.queries.StoredAccount;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** Asks the event store which accounts there are. */
final class StoredAccounts {

    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Asked for when needed: the gateway is part of the configuration that the read models are themselves part of. */
    private final Supplier<QueryGateway> queries;

    StoredAccounts(Supplier<QueryGateway> queries) {
        this.queries = queries;
    }

    List<StoredAccount> page(AccountRange range, @Nullable String behind, int limit) {
        return ask(new FindStoredAccounts(range, behind, limit, false));
    }

    /** The same, with the facts of each counted. */
    List<StoredAccount> countedPage(AccountRange range, @Nullable String behind, int limit) {
        return ask(new FindStoredAccounts(range, behind, limit, true));
    }

    private List<StoredAccount> ask(FindStoredAccounts question) {
        return queries.get()
                .query(question, ResponseTypes.multipleInstancesOf(StoredAccount.class))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** How many facts there are of a range of accounts. */
    long facts(AccountRange range) {
        long facts = 0;
        List<StoredAccount> page = page(range, null, PAGE);
        while (!page.isEmpty()) {
            facts += page.stream().mapToLong(StoredAccount::facts).sum();
            page = page.size() < PAGE ? List.of() : page(range, page.getLast().accountId(), PAGE);
        }
        return facts;
    }
}
