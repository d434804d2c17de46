package io.creditledger.projections.lots;

import io.creditledger.api.account.queries.FindLots;
import io.creditledger.api.account.queries.LotView;
import io.creditledger.api.account.queries.Page;
import io.creditledger.projections.platform.Cursor;
import io.creditledger.projections.platform.Cursor.Place;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Pages;
import io.creditledger.projections.platform.Reached;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers which lots an account has: the open ones in the order in which they burn, then the closed ones, last closed first. */
@Component
class FindLotsHandler {

    private static final Cursor OPEN = new Cursor("open-lots");
    private static final Cursor CLOSED = new Cursor("closed-lots");
    private static final Place BEFORE_ALL_CLOSED = new Place(Long.MAX_VALUE, Long.toString(Long.MAX_VALUE));

    private final LotsProjection projection;
    private final LotsTable table;
    private final Freshness freshness;

    FindLotsHandler(LotsProjection projection, LotsTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    /** Null when there is no such account. A raw type: Axon does not take one with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    @Nullable
    Page find(FindLots question) {
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

    private Page<LotView> find(FindLots question, Reached reached) {
        List<StoredLot> lots = new ArrayList<>();
        int oneMore = question.limit() + 1;
        boolean amongClosed = question.all() && CLOSED.isOf(question.cursor());
        if (!amongClosed) {
            lots.addAll(open(question, oneMore));
        }
        if (question.all() && lots.size() < oneMore) {
            lots.addAll(closed(question, amongClosed, oneMore - lots.size()));
        }
        Page<StoredLot> page = Pages.of(lots, question.limit(), FindLotsHandler::cursor, reached);
        return Pages.of(page.items().stream().map(StoredLot::view).toList(), page.nextCursor(), reached);
    }

    private List<StoredLot> open(FindLots question, int limit) {
        var position = OPEN.number(question.cursor());
        return position.isEmpty()
                ? table.open(question.accountId(), limit)
                : table.openAfter(question.accountId(), position.getAsLong(), limit);
    }

    private List<StoredLot> closed(FindLots question, boolean amongClosed, int limit) {
        String cursor = amongClosed ? question.cursor() : null;
        Place behind = CLOSED.place(cursor).orElse(BEFORE_ALL_CLOSED);
        long grantedBefore = Cursor.number(String.valueOf(cursor), behind.text());
        return table.closedBefore(question.accountId(), behind.number(), grantedBefore, limit);
    }

    private static String cursor(StoredLot last) {
        return StoredState.isOpen(last.state())
                ? OPEN.at(last.grantedRevision())
                : CLOSED.at(new Place(last.closedRevision(), Long.toString(last.grantedRevision())));
    }
}
