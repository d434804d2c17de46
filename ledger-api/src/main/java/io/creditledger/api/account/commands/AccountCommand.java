package io.creditledger.api.account.commands;

import io.creditledger.api.account.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Something a credit account can be asked to do. */
public sealed interface AccountCommand permits OpenAccount, BookDueLots, CreditMovement {

    /** The account that decides. */
    @TargetAggregateIdentifier
    AccountId accountId();
}
