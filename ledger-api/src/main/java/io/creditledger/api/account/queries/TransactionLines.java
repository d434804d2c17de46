package io.creditledger.api.account.queries;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
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
import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.api.purchase.events.RefundReversed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which facts are movements of credits, and how the history of an account tells them: wherever it is told, it is told alike. */
public final class TransactionLines {

    public static final String EXPIRED = "Credits expired";
    public static final String REFUNDED = "Refund of purchase";
    public static final String REFUND_REVERSED = "Refund of purchase did not come about";
    public static final String DISPUTE_LOST = "Payment of purchase disputed and lost";
    public static final String DISPUTE_WON = "Disputed payment of purchase won back";

    private TransactionLines() {}

    /** The line of a fact; none if it moved no credits. */
    public static Optional<TransactionLine> of(LedgerEvent event, long revision, Instant occurredAt) {
        return Optional.ofNullable(
                switch (event) {
                    case AccountEvent ofAccount -> line(ofAccount, revision, occurredAt);
                    case PurchaseEvent ofPurchase -> line(ofPurchase, revision, occurredAt);
                    default -> throw new IllegalArgumentException("a fact of no known feature: " + event);
                });
    }

    private static @Nullable TransactionLine line(AccountEvent event, long revision, Instant occurredAt) {
        return switch (event) {
            case CreditsGranted granted -> line(granted, revision, occurredAt);
            case CreditsConsumed consumed -> line(consumed, revision, occurredAt);
            case ConsumptionReversed reversed -> line(reversed, revision, occurredAt);
            case CreditsRevoked revoked -> line(revoked, revision, occurredAt);
            case LotExpired expired -> line(expired, revision, occurredAt);
            // The credits of a lot count from its grant on; that they can be spent from now on moves none.
            case LotActivated _ -> null;
            // Says what the account is, not what it has.
            case AccountOpened _, AccountDetailsChanged _ -> null;
        };
    }

    private static @Nullable TransactionLine line(PurchaseEvent event, long revision, Instant occurredAt) {
        return switch (event) {
            // Money that is worth less than a credit moves none.
            case PurchaseRefunded refunded when !refunded.credits().isZero() -> line(refunded, revision, occurredAt);
            case RefundReversed reversed when !reversed.credits().isZero() -> line(reversed, revision, occurredAt);
            case DisputeLost lost when !lost.credits().isZero() -> line(lost, revision, occurredAt);
            // Won without having been lost before, it only lets go of what was frozen.
            case DisputeWon won when !won.credits().isZero() -> line(won, revision, occurredAt);
            case PurchaseRefunded _, RefundReversed _, DisputeLost _, DisputeWon _ -> null;
            // Until it is paid, a purchase moves nothing; its credits come with the grant that follows its success.
            case PurchaseStarted _, PaymentRequested _, PaymentActionRequired _, PaymentUnderWay _ -> null;
            case PaymentDeclined _, PaymentRetried _, PurchaseSucceeded _, PurchaseFailed _ -> null;
            case CancellationRequested _, PurchaseCanceled _ -> null;
            // What is held or frozen is still the account's.
            case RefundRequested _, RefundFailed _, DisputeOpened _ -> null;
            // How an account pays says nothing of what it has.
            case CustomerRegistered _, CustomerForgotten _ -> null;
            case PaymentMethodRegistered _, PaymentMethodUpdated _, DefaultPaymentMethodSet _ -> null;
            case PaymentMethodRemovalRequested _, PaymentMethodRemoved _ -> null;
            case AutoTopUpConfigured _, AutoTopUpDisabled _, AutoTopUpPaused _ -> null;
            case AutoTopUpPostponed _, AutoTopUpResumed _ -> null;
        };
    }

    private static TransactionLine line(CreditsGranted granted, long revision, Instant occurredAt) {
        String lot = granted.lotId().value();
        return new TransactionLine(
                lot,
                revision,
                occurredAt,
                type(granted.source()),
                granted.description(),
                granted.amount().amount(),
                granted.balance().current(),
                null,
                granted.payment() == null ? lot : granted.payment().purchaseId().value(),
                Metadata.NONE);
    }

    private static TransactionType type(LotSource source) {
        return switch (source) {
            case PURCHASE -> TransactionType.PURCHASE;
            case PROMOTIONAL, PLAN -> TransactionType.GRANT;
            case ADJUSTMENT -> TransactionType.ADJUSTMENT;
        };
    }

    private static TransactionLine line(CreditsConsumed consumed, long revision, Instant occurredAt) {
        return new TransactionLine(
                consumed.consumptionId().value(),
                revision,
                occurredAt,
                TransactionType.CONSUMPTION,
                consumed.description(),
                -consumed.amount().amount(),
                consumed.balance().current(),
                consumed.website(),
                null,
                consumed.metadata());
    }

    private static TransactionLine line(ConsumptionReversed reversed, long revision, Instant occurredAt) {
        return new TransactionLine(
                reversed.reversalId().value(),
                revision,
                occurredAt,
                TransactionType.REVERSAL,
                reversed.reason(),
                reversed.amount().amount(),
                reversed.balance().current(),
                reversed.website(),
                reversed.consumptionId().value(),
                Metadata.NONE);
    }

    private static TransactionLine line(CreditsRevoked revoked, long revision, Instant occurredAt) {
        return new TransactionLine(
                revoked.revocationId().value(),
                revision,
                occurredAt,
                TransactionType.REVOCATION,
                revoked.reason(),
                -revoked.amount().amount(),
                revoked.balance().current(),
                null,
                revoked.lotId().value(),
                Metadata.NONE);
    }

    private static TransactionLine line(LotExpired expired, long revision, Instant occurredAt) {
        String lot = expired.lotId().value();
        return new TransactionLine(
                lot + ":expiry:" + revision,
                revision,
                occurredAt,
                TransactionType.EXPIRY,
                EXPIRED,
                -expired.amount().amount(),
                expired.balance().current(),
                null,
                lot,
                Metadata.NONE);
    }

    private static TransactionLine line(PurchaseRefunded refunded, long revision, Instant occurredAt) {
        return new TransactionLine(
                refunded.purchaseId() + ":refund:" + revision,
                revision,
                occurredAt,
                TransactionType.REFUND,
                REFUNDED,
                -refunded.credits().amount(),
                refunded.balance().current(),
                null,
                refunded.purchaseId().value(),
                Metadata.NONE);
    }

    private static TransactionLine line(RefundReversed reversed, long revision, Instant occurredAt) {
        return new TransactionLine(
                reversed.purchaseId() + ":refund:" + revision,
                revision,
                occurredAt,
                TransactionType.REFUND,
                REFUND_REVERSED,
                reversed.credits().amount(),
                reversed.balance().current(),
                null,
                reversed.purchaseId().value(),
                Metadata.NONE);
    }

    private static TransactionLine line(DisputeLost lost, long revision, Instant occurredAt) {
        return new TransactionLine(
                lost.purchaseId() + ":dispute:" + revision,
                revision,
                occurredAt,
                TransactionType.DISPUTE,
                DISPUTE_LOST,
                -lost.credits().amount(),
                lost.balance().current(),
                null,
                lost.purchaseId().value(),
                Metadata.NONE);
    }

    private static TransactionLine line(DisputeWon won, long revision, Instant occurredAt) {
        return new TransactionLine(
                won.purchaseId() + ":dispute:" + revision,
                revision,
                occurredAt,
                TransactionType.DISPUTE,
                DISPUTE_WON,
                won.credits().amount(),
                won.balance().current(),
                null,
                won.purchaseId().value(),
                Metadata.NONE);
    }
}
