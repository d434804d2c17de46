package io.creditledger.api.purchase.queries;

/** A question about purchases, cards and automatic top-ups. */
public sealed interface PurchaseQuery
        permits FindPurchase,
                FindPurchases,
                FindPaymentMethods,
                FindAutoTopUp,
                FindAccountOfCustomer,
                FindUnfinishedPayments {}
