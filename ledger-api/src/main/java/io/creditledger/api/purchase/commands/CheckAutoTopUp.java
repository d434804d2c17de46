package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;

/** Has the account look whether a top-up is due: for what only time brings about, a new month or the time of another attempt. */
public record CheckAutoTopUp(AccountId accountId) implements PurchaseCommand {}
