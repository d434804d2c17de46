package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.queries.FindAccountOfCustomer;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which account the payment provider means. */
@Component
class FindAccountOfCustomerHandler {

    private final CustomersTable table;

    FindAccountOfCustomerHandler(CustomersTable table) {
        this.table = table;
    }

    @QueryHandler
    Optional<AccountId> find(FindAccountOfCustomer question) {
        return table.account(question.customerReference());
    }
}
