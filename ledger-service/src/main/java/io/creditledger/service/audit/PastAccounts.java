package io.creditledger.service.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.LotView;
import io.creditledger.api.account.queries.Page;
import io.creditledger.service.account.PastAccount;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as they were, folded from the stored facts; what read models say plays no part. Nothing is found of an account that was not
 * open then, or has not come to the revision.
 */
public final class PastAccounts {

    private final AccountHistory history;
    private final Clock clock;

    PastAccounts(AccountHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    public Optional<BalanceView> balance(AccountId account, Moment moment) {
        return find(account, moment).map(past -> view(account, past));
    }

    /**
     * The lots that were open, in burn order.
     *
     * @param after the lot behind which the page begins; null for the first page
     */
    public Optional<Page<LotView>> lots(AccountId account, Moment moment, int limit, @Nullable String after) {
        return find(account, moment).map(past -> page(past, limit, after));
    }

    private static Page<LotView> page(PastAccount past, int limit, @Nullable String after) {
        List<LotView> all = past.lots();
        List<LotView> left = after == null
                ? all
                : all.stream()
                        .dropWhile(lot -> !lot.lotId().equals(after))
                        .skip(1)
                        .toList();
        List<LotView> items = left.subList(0, Math.min(limit, left.size()));
        String next = left.size() > limit ? items.getLast().lotId() : null;
        return new Page<>(items, next, past.revision(), past.asOf());
    }

    /** Two moments side by side, whichever is named first, and what lies between. */
    public Optional<Comparison> compare(AccountId account, Moment one, Moment other) {
        return find(account, one).flatMap(past -> find(account, other)
                .map(then -> past.revision() <= then.revision()
                        ? compare(account, past, then, one.basis())
                        : compare(account, then, past, one.basis())));
    }

    private Comparison compare(AccountId account, PastAccount first, PastAccount second, Basis basis) {
        return new Comparison(
                account.value(),
                basis,
                view(account, first),
                view(account, second),
                Comparison.Change.between(first.balance(), second.balance()),
                second.revision() - first.revision(),
                MovementTotals.of(history, account, first.revision() + 1, second.revision())
                        .all());
    }

    private Optional<PastAccount> find(AccountId account, Moment moment) {
        return last(account, moment).map(last -> {
            PastAccount past = fold(account, last.revision());
            if (moment.basis() == Basis.EFFECTIVE) {
                past.letTimePass(timeOf(moment, last));
            }
            return past;
        });
    }

    private Optional<AccountFact> last(AccountId account, Moment moment) {
        Instant at = moment.at();
        Long revision = moment.revision();
        if (at != null) {
            return history.lastBefore(account, at.plus(1, ChronoUnit.MICROS));
        }
        return revision == null
                ? history.last(account)
                : history.between(account, revision, revision, 1).stream().findFirst();
    }

    private Instant timeOf(Moment moment, AccountFact last) {
        if (moment.revision() != null) {
            return last.occurredAt();
        }
        Instant now = clock.instant();
        Instant at = moment.at();
        return at == null || at.isAfter(now) ? now : at;
    }

    private PastAccount fold(AccountId account, long through) {
        PastAccount past = new PastAccount();
        new FactPages(history, account, 0, through)
                .forEachRemaining(
                        page -> page.forEach(fact -> past.happened(fact.event(), fact.revision(), fact.occurredAt())));
        return past;
    }

    private static BalanceView view(AccountId account, PastAccount past) {
        return BalanceView.of(account, past.balance(), past.revision(), past.asOf());
    }
}
