package io.creditledger.projections.payments;

import io.creditledger.api.account.queries.Page;
import io.creditledger.api.purchase.queries.FindPurchases;
import io.creditledger.api.purchase.queries.PurchaseView;
import io.creditledger.projections.platform.Cursor;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Pages;
import io.creditledger.projections.platform.Reached;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what an account bought: the last started first, or what changed since a revision, in the order of the changes. */
@Component
class FindPurchasesHandler {

    private static final Cursor STARTED = new Cursor("purchases");
    private static final Cursor CHANGED = new Cursor("changed-purchases");

    private final PaymentsProjection projection;
    private final PurchasesTable table;
    private final Freshness freshness;

    FindPurchasesHandler(PaymentsProjection projection, PurchasesTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    /** Null when there is no such account. A raw type: Axon does not take one with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    @Nullable
    Page find(FindPurchases question) {
        return freshness
                .await(
                        projection,
                        question.accountId(),
                        question.minRevision(),
                        () -> projection.progress().of(question.accountId()),
                        Reached::revision)
                .map(reached -> find(question, reached))
                .orElse(null);
    }

    private Page<PurchaseView> find(FindPurchases question, Reached reached) {
        Page<Purchase> page = question.afterRevision() == null
                ? started(question, reached)
                : changed(question, question.afterRevision(), reached);
        return Pages.of(page.items().stream().map(Purchase::view).toList(), page.nextCursor(), reached);
    }

    private Page<Purchase> started(FindPurchases question, Reached reached) {
        long before = STARTED.number(question.cursor()).orElse(Long.MAX_VALUE);
        List<Purchase> oneMore = table.startedBefore(question.accountId(), before, question.limit() + 1);
        return Pages.of(
                oneMore, question.limit(), last -> STARTED.at(last.origin().startedRevision()), reached);
    }

    private Page<Purchase> changed(FindPurchases question, long afterRevision, Reached reached) {
        long after = CHANGED.number(question.cursor()).orElse(afterRevision);
        List<Purchase> oneMore = table.changedAfter(question.accountId(), after, question.limit() + 1);
        return Pages.of(oneMore, question.limit(), last -> CHANGED.at(last.revision()), reached);
    }
}
