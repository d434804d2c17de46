package io.creditledger.projections.websites;

import io.creditledger.api.account.queries.FindWebsites;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.WebsiteLine;
import io.creditledger.projections.platform.Cursor;
import io.creditledger.projections.platform.Cursor.Place;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Pages;
import io.creditledger.projections.platform.Reached;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what each website of an account used. */
@Component
class FindWebsitesHandler {

    private static final Cursor CURSOR = new Cursor("websites");
    private static final Place BEFORE_ALL = new Place(Long.MAX_VALUE, "");

    private final WebsitesProjection projection;
    private final WebsitesTable table;
    private final Freshness freshness;

    FindWebsitesHandler(WebsitesProjection projection, WebsitesTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    /** Null when there is no such account. A raw type: Axon does not take one with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    @Nullable
    Page find(FindWebsites question) {
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

    private Page<WebsiteLine> find(FindWebsites question, Reached reached) {
        return Pages.of(
                lines(question),
                question.limit(),
                last -> CURSOR.at(new Place(last.used(), last.websiteId())),
                reached);
    }

    private List<WebsiteLine> lines(FindWebsites question) {
        Place behind = CURSOR.place(question.cursor()).orElse(BEFORE_ALL);
        return table.page(question.accountId(), behind.number(), behind.text(), question.limit() + 1);
    }
}
