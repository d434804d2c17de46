package io.creditledger.api.purchase.commands;

import io.creditledger.api.LedgerCommand;

/** Something an account can be asked to do about its purchases, cards and automatic top-ups. */
public sealed interface PurchaseCommand extends LedgerCommand
        permits InspectPurchase,
                RecordPayment,
                RetryPayment,
                FailPurchase,
                AbandonPurchase,
                CancelPurchase,
                FailRefund,
                InspectCustomer,
                RegisterCustomer,
                ForgetCustomer,
                RegisterPaymentMethod,
                RecordPaymentMethods,
                SetDefaultPaymentMethod,
                RemovePaymentMethod,
                ForgetPaymentMethod,
                ConfigureAutoTopUp,
                DisableAutoTopUp,
                CheckAutoTopUp,
                MoneyMovement {}
