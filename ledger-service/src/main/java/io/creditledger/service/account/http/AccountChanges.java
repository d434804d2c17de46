package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import io.creditledger.api.purchase.queries.FindPaymentMethods;
import io.creditledger.api.purchase.queries.FindPurchases;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import io.creditledger.api.purchase.queries.PaymentMethodsView;
import io.creditledger.api.purchase.queries.PurchaseView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What happened to an account, in the order of its revisions, for those who follow it. */
final class AccountChanges {

    private static final int AT_ONCE = 200;

    /** Movements that change neither a purchase nor a card. */
    private static final Set<TransactionType> OF_CREDITS_ALONE = EnumSet.of(
            TransactionType.GRANT,
            TransactionType.CONSUMPTION,
            TransactionType.REVERSAL,
            TransactionType.EXPIRY,
            TransactionType.REVOCATION,
            TransactionType.ADJUSTMENT);

    private final AccountId account;
    private final AccountQueries queries;

    AccountChanges(AccountId account, AccountQueries queries) {
        this.account = account;
        this.queries = queries;
    }

    /**
     * Something that happened.
     *
     * @param name what kind of thing, as the stream calls it
     * @param data how it is told
     */
    record Change(String name, long revision, Object data) {}

    /**
     * All that happened after a revision and up to another.
     *
     * @param upTo the last revision that it covers
     */
    record Part(List<Change> changes, long upTo) {}

    /**
     * What comes next: all of it, or as much as is looked up at once.
     *
     * @param upTo what happened later is left for later; the read models are waited for until they show this
     */
    Part next(long after, long upTo) {
        Page<TransactionLine> page = queries.page(transactions(after, upTo), TransactionLine.class);
        List<TransactionLine> lines =
                page.items().stream().filter(line -> line.revision() <= upTo).toList();
        boolean isPart =
                page.nextCursor() != null && lines.size() == page.items().size();
        long end = isPart ? lines.getLast().revision() : upTo;
        List<Change> changes = new ArrayList<>();
        lines.forEach(line -> changes.add(new Change("transaction", line.revision(), line)));
        if (!isCreditsAlone(lines, after, end)) {
            addPurchases(changes, after, end);
            addPaymentMethods(changes, after, end);
            changes.sort(Comparator.comparingLong(Change::revision));
        }
        return new Part(changes, end);
    }

    /**
     * Purchases and cards whose last change made that revision. A movement of the same revision bears the same number: whoever
     * was cut off between the two resumes after both, and has to be told this one again.
     */
    List<Change> standingAt(long revision) {
        List<Change> changes = new ArrayList<>();
        addPurchases(changes, revision - 1, revision);
        addPaymentMethods(changes, revision - 1, revision);
        return changes;
    }

    /** Most of the time only credits move: then every revision is a movement, and nobody else need be asked. */
    private static boolean isCreditsAlone(List<TransactionLine> lines, long after, long end) {
        return lines.size() == end - after && lines.stream().allMatch(line -> OF_CREDITS_ALONE.contains(line.type()));
    }

    private FindTransactions transactions(long after, long upTo) {
        return new FindTransactions(account, null, null, null, null, null, null, after, AT_ONCE, null, upTo);
    }

    /** Each as it is now, at the revision of its last change: one that has changed since is told with that change. */
    private void addPurchases(List<Change> changes, long after, long upTo) {
        long from = after;
        boolean more = true;
        while (more) {
            Page<PurchaseView> page =
                    queries.page(new FindPurchases(account, from, AT_ONCE, null, upTo), PurchaseView.class);
            for (PurchaseView purchase : page.items()) {
                add(changes, upTo, new Change("purchase", purchase.revision(), purchase));
                from = purchase.revision();
            }
            more = page.nextCursor() != null && !page.items().isEmpty() && from < upTo;
        }
    }

    private void addPaymentMethods(List<Change> changes, long after, long upTo) {
        queries.find(new FindPaymentMethods(account, after, upTo), PaymentMethodsView.class)
                .map(PaymentMethodsView::items)
                .orElse(List.of())
                .forEach(card -> add(changes, upTo, changeOf(card)));
    }

    private static Change changeOf(PaymentMethodView card) {
        return new Change("payment-method", card.revision(), card);
    }

    private static void add(List<Change> changes, long upTo, Change change) {
        if (change.revision() <= upTo) {
            changes.add(change);
        }
    }
}
