package io.creditledger.projections.payments;

import io.creditledger.api.purchase.queries.FindPaymentMethods;
import io.creditledger.api.purchase.queries.PaymentMethodsView;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Reached;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which cards an account has saved, or which of them changed since a revision. */
@Component
class FindPaymentMethodsHandler {

    private final PaymentsProjection projection;
    private final CardsTable table;
    private final Freshness freshness;

    FindPaymentMethodsHandler(PaymentsProjection projection, CardsTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    @QueryHandler
    Optional<PaymentMethodsView> find(FindPaymentMethods question) {
        return freshness
                .await(
                        projection,
                        question.accountId(),
                        question.minRevision(),
                        () -> projection.progress().of(question.accountId()),
                        Reached::revision)
                .map(reached -> new PaymentMethodsView(
                        cards(question).stream().map(SavedCard::view).toList(), reached.revision(), reached.asOf()));
    }

    private List<SavedCard> cards(FindPaymentMethods question) {
        return question.afterRevision() == null
                ? table.present(question.accountId())
                : table.changedAfter(question.accountId(), question.afterRevision());
    }
}
