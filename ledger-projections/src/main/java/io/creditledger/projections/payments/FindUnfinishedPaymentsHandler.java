package io.creditledger.projections.payments;

import io.creditledger.api.purchase.queries.FindUnfinishedPayments;
import io.creditledger.api.purchase.queries.UnfinishedPayment;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what there is still to do with the payment provider, the longest due first. */
@Component
class FindUnfinishedPaymentsHandler {

    private final UnfinishedTable table;

    FindUnfinishedPaymentsHandler(UnfinishedTable table) {
        this.table = table;
    }

    @QueryHandler
    List<UnfinishedPayment> find(FindUnfinishedPayments question) {
        return table.due(question.from(), question.until(), question.limit());
    }
}
