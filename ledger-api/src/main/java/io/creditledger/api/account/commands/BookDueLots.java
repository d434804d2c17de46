package io.creditledger.api.account.commands;

import io.creditledger.api.account.AccountId;

/**
 * Books what time has done to the account's lots: those that came into effect, those that expired. Decisions do so themselves
 * before they decide anything; this is for accounts nobody asks anything of.
 */
public record BookDueLots(AccountId accountId) implements AccountCommand {}
