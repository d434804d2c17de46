package io.creditledger.projections.payments;

import org.springframework.stereotype.Component;

/** The tables that one fact may change together. */
@Component
record PaymentTables(
        PurchasesTable purchases,
        CardsTable cards,
        AutoTopUpsTable autoTopUps,
        CustomersTable customers,
        UnfinishedTable unfinished) {

    void clear() {
        purchases.clear();
        cards.clear();
        autoTopUps.clear();
        customers.clear();
        unfinished.clear();
    }
}
