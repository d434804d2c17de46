package io.creditledger.api.account.commands;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.purchase.events.AutoTopUpConfigured;
import io.creditledger.api.purchase.events.AutoTopUpDisabled;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.AutoTopUpPostponed;
import io.creditledger.api.purchase.events.AutoTopUpResumed;
import io.creditledger.api.purchase.events.CancellationRequested;
import io.creditledger.api.purchase.events.CustomerForgotten;
import io.creditledger.api.purchase.events.CustomerRegistered;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeOpened;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PaymentMethodRemovalRequested;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import io.creditledger.api.purchase.events.PaymentMethodUpdated;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentRetried;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.api.purchase.events.RefundReversed;
import java.time.Instant;

/**
 * The answer to a command: the fact that stands for it in the account's history. A first answer and its repetitions are made
 * of the same stored fact, so they are equal.
 *
 * @param revision the account's event sequence number of the fact; the first event of an account has 0
 * @param occurredAt when it was decided
 * @param replayed whether an earlier request with the same key made the fact
 */
public record Recorded(
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type")
        @JsonSubTypes({
            @JsonSubTypes.Type(AccountOpened.class),
            @JsonSubTypes.Type(AccountDetailsChanged.class),
            @JsonSubTypes.Type(CreditsGranted.class),
            @JsonSubTypes.Type(LotActivated.class),
            @JsonSubTypes.Type(LotExpired.class),
            @JsonSubTypes.Type(CreditsConsumed.class),
            @JsonSubTypes.Type(ConsumptionReversed.class),
            @JsonSubTypes.Type(CreditsRevoked.class),
            @JsonSubTypes.Type(CustomerRegistered.class),
            @JsonSubTypes.Type(CustomerForgotten.class),
            @JsonSubTypes.Type(PaymentMethodRegistered.class),
            @JsonSubTypes.Type(PaymentMethodUpdated.class),
            @JsonSubTypes.Type(DefaultPaymentMethodSet.class),
            @JsonSubTypes.Type(PaymentMethodRemovalRequested.class),
            @JsonSubTypes.Type(PaymentMethodRemoved.class),
            @JsonSubTypes.Type(PurchaseStarted.class),
            @JsonSubTypes.Type(PaymentRequested.class),
            @JsonSubTypes.Type(PaymentActionRequired.class),
            @JsonSubTypes.Type(PaymentUnderWay.class),
            @JsonSubTypes.Type(PaymentDeclined.class),
            @JsonSubTypes.Type(PaymentRetried.class),
            @JsonSubTypes.Type(PurchaseSucceeded.class),
            @JsonSubTypes.Type(PurchaseFailed.class),
            @JsonSubTypes.Type(CancellationRequested.class),
            @JsonSubTypes.Type(PurchaseCanceled.class),
            @JsonSubTypes.Type(RefundRequested.class),
            @JsonSubTypes.Type(RefundFailed.class),
            @JsonSubTypes.Type(PurchaseRefunded.class),
            @JsonSubTypes.Type(RefundReversed.class),
            @JsonSubTypes.Type(DisputeOpened.class),
            @JsonSubTypes.Type(DisputeLost.class),
            @JsonSubTypes.Type(DisputeWon.class),
            @JsonSubTypes.Type(AutoTopUpConfigured.class),
            @JsonSubTypes.Type(AutoTopUpDisabled.class),
            @JsonSubTypes.Type(AutoTopUpPaused.class),
            @JsonSubTypes.Type(AutoTopUpPostponed.class),
            @JsonSubTypes.Type(AutoTopUpResumed.class)
        })
        LedgerEvent fact,

        long revision,
        Instant occurredAt,
        boolean replayed) {

    public Recorded asReplayed() {
        return new Recorded(fact, revision, occurredAt, true);
    }
}
