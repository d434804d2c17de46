package io.creditledger.api.purchase.commands;

import io.creditledger.api.KeyedCommand;

/** A command that moves money, and so takes effect once however often it arrives. */
public sealed interface MoneyMovement extends PurchaseCommand, KeyedCommand permits PurchaseCredits, RefundPurchase {}
