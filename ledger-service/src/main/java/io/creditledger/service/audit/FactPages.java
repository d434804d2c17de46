package io.creditledger.service.audit;

import io.creditledger.api.account.AccountId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Facts of an account in order, so many at a time that a long history takes no more memory than a short one. */
final class FactPages implements Iterator<List<AccountFact>> {

    private static final int PAGE = 500;

    private final AccountHistory history;
    private final AccountId account;
    private final long through;
    private long next;

    /** The facts from one revision through another. */
    FactPages(AccountHistory history, AccountId account, long from, long through) {
        this.history = history;
        this.account = account;
        this.next = from;
        this.through = through;
    }

    @Override
    public boolean hasNext() {
        return next <= through;
    }

    @Override
    public List<AccountFact> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<AccountFact> page = history.between(account, next, through, PAGE);
        if (page.isEmpty() || page.getFirst().revision() != next) {
            throw new IllegalStateException("revision " + next + " of " + account + " is missing");
        }
        next = page.getLast().revision() + 1;
        return page;
    }
}
