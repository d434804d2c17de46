package io.creditledger.projections.payments;

import io.creditledger.api.purchase.queries.FindPurchase;
import io.creditledger.api.purchase.queries.PurchaseView;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Reached;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers how a purchase stands. */
@Component
class FindPurchaseHandler {

    private final PaymentsProjection projection;
    private final PurchasesTable table;
    private final Freshness freshness;

    FindPurchaseHandler(PaymentsProjection projection, PurchasesTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    @QueryHandler
    Optional<PurchaseView> find(FindPurchase question) {
        return freshness
                .await(
                        projection,
                        question.accountId(),
                        question.minRevision(),
                        () -> projection.progress().of(question.accountId()),
                        Reached::revision)
                .flatMap(_ -> table.find(question.accountId(), question.purchaseId()))
                .map(Purchase::view);
    }
}
