package io.creditledger.service.purchase;

import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.CustomerDeleted;
import io.creditledger.service.purchase.PaymentNews.PaymentChanged;
import io.creditledger.service.purchase.PaymentNews.Verdict;

/** Where news of the payment provider comes in. Each piece is a hint to look, so it may come late, twice, or in any order. */
public final class Newsroom {

    private final Purchasing purchasing;
    private final Customers customers;

    Newsroom(Purchasing purchasing, Customers customers) {
        this.purchasing = purchasing;
        this.customers = customers;
    }

    /**
     * Looks what has happened.
     *
     * @throws RuntimeException if that could not be seen now: the same news has to come again
     */
    public Verdict learn(PaymentNews news) {
        return switch (news) {
            case PaymentChanged payment -> purchasing.learn(payment.paymentReference());
            case CardsChanged cards -> customers.learn(cards);
            case CustomerDeleted deleted -> customers.learn(deleted);
        };
    }
}
