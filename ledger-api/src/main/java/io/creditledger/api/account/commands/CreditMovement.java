package io.creditledger.api.account.commands;

import io.creditledger.api.KeyedCommand;

/** A command that moves credits, and so takes effect once however often it arrives. */
public sealed interface CreditMovement extends AccountCommand, KeyedCommand
        permits GrantCredits, ConsumeCredits, ReverseConsumption, RevokeCredits {

    long MIN_AMOUNT = 1;
    long MAX_AMOUNT = 1_000_000_000_000L;
    int MAX_DESCRIPTION_LENGTH = 500;
}
