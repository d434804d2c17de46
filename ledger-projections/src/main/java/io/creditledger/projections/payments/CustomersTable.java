package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code projections.payments_customer}. */
@Component
class CustomersTable {

    // Without "on conflict": that two accounts are one customer is a fault, and no fact to show.
    private static final String WRITE = """
            insert into payments_customer (customer_reference, account_id)
            select * from unnest(?::text[], ?::text[])
            """;

    private static final String DELETE = """
            delete from payments_customer as customer
            using unnest(?::text[], ?::text[]) as forgotten(customer_reference, account_id)
            where customer.customer_reference = forgotten.customer_reference
              and customer.account_id = forgotten.account_id
            """;

    private static final String SELECT_ACCOUNT =
            "select account_id from payments_customer where customer_reference = ?";

    private final JdbcTemplate jdbc;

    CustomersTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** Who is known to the payment provider as whom. */
    record Customer(String customerReference, String accountId) implements Comparable<Customer> {

        Customer(CustomerReference reference, AccountId account) {
            this(reference.value(), account.value());
        }

        @Override
        public int compareTo(Customer other) {
            int byReference = customerReference.compareTo(other.customerReference);
            return byReference == 0 ? accountId.compareTo(other.accountId) : byReference;
        }
    }

    void write(List<Customer> customers) {
        write(WRITE, customers);
    }

    void delete(List<Customer> customers) {
        write(DELETE, customers);
    }

    private void write(String statement, List<Customer> customers) {
        if (!customers.isEmpty()) {
            Columns.write(
                    jdbc,
                    statement,
                    Columns.texts(customers, Customer::customerReference),
                    Columns.texts(customers, Customer::accountId));
        }
    }

    Optional<AccountId> account(CustomerReference customer) {
        return jdbc.query(SELECT_ACCOUNT, (row, _) -> new AccountId(row.getString(1)), customer.value()).stream()
                .findFirst();
    }

    void clear() {
        jdbc.execute("truncate table payments_customer");
    }
}
