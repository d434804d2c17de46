package io.creditledger.api;

import io.creditledger.api.account.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Something an account can be asked to do: with its credits, its cards, its purchases. One account decides all of them. */
public interface LedgerCommand {

    /** The account that decides. */
    @TargetAggregateIdentifier
    AccountId accountId();
}
