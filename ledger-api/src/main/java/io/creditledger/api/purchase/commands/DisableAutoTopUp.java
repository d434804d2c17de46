package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;

/** Ends automatic top-ups. One that is under way goes on. */
public record DisableAutoTopUp(AccountId accountId) implements PurchaseCommand {}
