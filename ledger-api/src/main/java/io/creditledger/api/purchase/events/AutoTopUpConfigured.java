package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.AutoTopUpTerms;

/** The account buys credits by itself, on these terms. */
public record AutoTopUpConfigured(AccountId accountId, AutoTopUpTerms terms, Balance balance)
        implements PurchaseEvent {}
