package io.creditledger.projections.audit;

import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.queries.StoredAccount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Accounts in the order of their ids, given out some at a time to whoever works on them. For any number of threads. */
final class AccountQueue {

    private static final int PAGE = 1_000;

    /** Statements name the accounts that they are about. */
    private static final int ACCOUNTS_AT_ONCE = 500;

    private final StoredAccounts accounts;
    private final AccountRange range;
    private final int factsAtOnce;
    private final Queue<StoredAccount> page = new ArrayDeque<>();
    private @Nullable String behind;
    private boolean atEnd;

    /**
     * Those of a range.
     *
     * @param behind the account to begin behind; null to begin with the first
     * @param factsAtOnce how many facts those have together that are given out at once; an account is never divided
     */
    AccountQueue(StoredAccounts accounts, AccountRange range, @Nullable String behind, int factsAtOnce) {
        this.accounts = accounts;
        this.range = range;
        this.behind = behind;
        this.factsAtOnce = factsAtOnce;
    }

    /** The next ones; empty when there are no more. */
    synchronized List<StoredAccount> next() {
        List<StoredAccount> share = new ArrayList<>();
        long facts = 0;
        for (StoredAccount account = peek(); account != null; account = peek()) {
            if (!share.isEmpty() && (share.size() == ACCOUNTS_AT_ONCE || facts + account.facts() > factsAtOnce)) {
                return share;
            }
            share.add(page.remove());
            facts += account.facts();
        }
        return share;
    }

    private @Nullable StoredAccount peek() {
        if (page.isEmpty() && !atEnd) {
            List<StoredAccount> next = accounts.page(range, behind, PAGE);
            page.addAll(next);
            atEnd = next.size() < PAGE;
            behind = next.isEmpty() ? behind : next.getLast().accountId();
        }
        return page.peek();
    }
}
