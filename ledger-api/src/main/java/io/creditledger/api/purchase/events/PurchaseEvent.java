package io.creditledger.api.purchase.events;

import io.creditledger.api.LedgerEvent;

/**
 * A fact about an account's purchases, cards and automatic top-ups.
 *
 * <p>The simple class name and the JSON of each are stored for ever: {@code src/test/resources/events} pins them.
 */
public sealed interface PurchaseEvent extends LedgerEvent
        permits CustomerRegistered,
                CustomerForgotten,
                PaymentMethodRegistered,
                PaymentMethodUpdated,
                DefaultPaymentMethodSet,
                PaymentMethodRemovalRequested,
                PaymentMethodRemoved,
                PurchaseStarted,
                PaymentRequested,
                PaymentActionRequired,
                PaymentUnderWay,
                PaymentDeclined,
                PaymentRetried,
                PurchaseSucceeded,
                PurchaseFailed,
                CancellationRequested,
                PurchaseCanceled,
                RefundRequested,
                RefundFailed,
                PurchaseRefunded,
                RefundReversed,
                DisputeOpened,
                DisputeLost,
                DisputeWon,
                AutoTopUpConfigured,
                AutoTopUpDisabled,
                AutoTopUpPaused,
                AutoTopUpPostponed,
                AutoTopUpResumed {}
