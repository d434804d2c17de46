package io.creditledger.api.account.commands;

import io.creditledger.api.LedgerCommand;

/** Something a credit account can be asked to do with its credits. */
public sealed interface AccountCommand extends LedgerCommand permits OpenAccount, BookDueLots, CreditMovement {}
