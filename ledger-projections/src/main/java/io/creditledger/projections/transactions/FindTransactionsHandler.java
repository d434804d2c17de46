package io.creditledger.projections.transactions;

import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.projections.platform.Cursor;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Pages;
import io.creditledger.projections.platform.Reached;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers what moved in an account.
 *
 * <p>A page costs the same however long the history: it is found by account and revision. A search that no index answers (by
 * text, or by several things at once) looks at no more than {@value #LOOK_AT_MOST} revisions; what it found by then is
 * the page, if need be an empty one, and the cursor goes on from there.
 */
@Component
class FindTransactionsHandler {

    static final long LOOK_AT_MOST = 20_000;

    private static final Cursor CURSOR = new Cursor("transactions");

    private final TransactionsProjection projection;
    private final TransactionsTable table;
    private final Freshness freshness;

    FindTransactionsHandler(TransactionsProjection projection, TransactionsTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    /** Null when there is no such account. A raw type: Axon does not take one with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    @Nullable
    Page find(FindTransactions question) {
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

    private Page<TransactionLine> find(FindTransactions question, Reached reached) {
        Search search = search(question, reached);
        if (search.isDone()) {
            return Pages.of(List.of(), null, reached);
        }
        Search part = search.isIndexed() ? search : search.first(LOOK_AT_MOST);
        List<TransactionLine> oneMore = table.find(part, question.limit() + 1);
        if (oneMore.size() > question.limit()) {
            return Pages.of(oneMore, question.limit(), last -> CURSOR.at(last.revision()), reached);
        }
        boolean more = !search.after(part).isDone();
        return Pages.of(
                oneMore, more ? CURSOR.at(search.oldestFirst() ? part.highest() : part.lowest()) : null, reached);
    }

    /** The search with the revisions that the cursor leaves, and those that the times asked for leave. */
    private Search search(FindTransactions question, Reached reached) {
        long lowest = 0;
        long highest = question.throughRevision() == null
                ? reached.revision()
                : Math.min(question.throughRevision(), reached.revision());
        if (question.from() != null) {
            lowest = Math.max(
                    lowest,
                    table.lowestFrom(question.accountId(), question.from()).orElse(lowest));
        }
        if (question.to() != null) {
            highest = Math.min(
                    highest,
                    table.highestBefore(question.accountId(), question.to()).orElse(highest));
        }
        if (question.afterRevision() != null) {
            lowest = Math.max(lowest, question.afterRevision() + 1);
        }
        OptionalLong cursor = CURSOR.number(question.cursor());
        if (cursor.isEmpty()) {
            return Search.of(question, lowest, highest);
        }
        return question.afterRevision() == null
                ? Search.of(question, lowest, Math.min(highest, cursor.getAsLong() - 1))
                : Search.of(question, Math.max(lowest, cursor.getAsLong() + 1), highest);
    }
}
