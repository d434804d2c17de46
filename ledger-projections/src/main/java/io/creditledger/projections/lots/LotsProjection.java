package io.creditledger.projections.lots;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Draw;
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
import io.creditledger.projections.platform.Gathered;
import io.creditledger.projections.platform.Progress;
import io.creditledger.projections.platform.Projection;
import io.creditledger.projections.platform.ProjectionsDatabase;
import io.creditledger.projections.platform.Step;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps what became of each lot: what is unspent of it, and whether that can be spent. */
@Component
@ProcessingGroup(LotsProjection.GROUP)
class LotsProjection implements Projection {

    static final String GROUP = "lots";

    private final Gathered<LotChanges> gathered = new Gathered<>(LotChanges::new);
    private final LotsTable table;
    private final ReservesTable reserves;
    private final Progress progress;

    LotsProjection(LotsTable table, ReservesTable reserves, ProjectionsDatabase database) {
        this.table = table;
        this.reserves = reserves;
        this.progress = new Progress(database, "lots_progress");
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber long revision, @Timestamp Instant occurredAt) {
        LotChanges changes = gathered.rows();
        switch (event) {
            case CreditsGranted granted -> changes.grant(granted, revision, occurredAt);
            case LotActivated activated ->
                changes.of(activated.accountId(), activated.lotId()).activate();
            case LotExpired expired ->
                changes.of(expired.accountId(), expired.lotId()).expire(expired.amount(), revision);
            case CreditsRevoked revoked ->
                changes.of(revoked.accountId(), revoked.lotId()).revoke(revoked.amount(), revision);
            case CreditsConsumed consumed -> {
                for (Draw draw : consumed.draws()) {
                    changes.of(consumed.accountId(), draw.lotId()).spend(draw.amount(), revision);
                }
            }
            case ConsumptionReversed reversed -> giveBack(changes, reversed.accountId(), reversed.returns());
            // An account has lots only from its first grant on, and they do not know its name.
            case AccountOpened _, AccountDetailsChanged _ -> {}
        }
    }

    @EventHandler
    void on(PurchaseEvent event, @SequenceNumber long revision) {
        LotChanges changes = gathered.rows();
        switch (event) {
            case RefundRequested requested -> changes.reserved().hold(requested);
            case RefundFailed failed -> changes.reserved().release(failed.accountId(), failed.refundId());
            case PurchaseRefunded refunded -> {
                refunded.refundIds().forEach(refund -> changes.reserved().release(refunded.accountId(), refund));
                takeBack(changes, refunded.accountId(), refunded.draws(), revision);
            }
            case RefundReversed reversed -> giveBack(changes, reversed.accountId(), reversed.returns());
            case DisputeOpened opened ->
                changes.reserved().freeze(opened.accountId(), opened.purchaseId(), opened.disputeReference());
            case DisputeLost lost -> {
                changes.reserved().thaw(lost.accountId(), lost.purchaseId(), lost.disputeReference());
                takeBack(changes, lost.accountId(), lost.draws(), revision);
            }
            case DisputeWon won -> {
                changes.reserved().thaw(won.accountId(), won.purchaseId(), won.disputeReference());
                giveBack(changes, won.accountId(), won.returns());
            }
            // The lot comes with the grant that follows the success.
            case PurchaseStarted _, PaymentRequested _, PaymentActionRequired _, PaymentUnderWay _ -> {}
            case PaymentDeclined _, PaymentRetried _, PurchaseSucceeded _, PurchaseFailed _ -> {}
            case CancellationRequested _, PurchaseCanceled _ -> {}
            // Lots do not know how the account pays.
            case CustomerRegistered _, CustomerForgotten _ -> {}
            case PaymentMethodRegistered _, PaymentMethodUpdated _, DefaultPaymentMethodSet _ -> {}
            case PaymentMethodRemovalRequested _, PaymentMethodRemoved _ -> {}
            case AutoTopUpConfigured _, AutoTopUpDisabled _, AutoTopUpPaused _ -> {}
            case AutoTopUpPostponed _, AutoTopUpResumed _ -> {}
        }
    }

    private static void takeBack(LotChanges changes, AccountId account, List<Draw> draws, long revision) {
        for (Draw draw : draws) {
            changes.of(account, draw.lotId()).revoke(draw.amount(), revision);
        }
    }

    private static void giveBack(LotChanges changes, AccountId account, List<Draw> returns) {
        for (Draw back : returns) {
            changes.of(account, back.lotId()).giveBack(back.amount());
        }
    }

    @Override
    public int write(List<Step> steps) {
        LotChanges changes = gathered.take();
        int moved = progress.advance(steps);
        if (moved == steps.size()) {
            table.insert(changes.granted());
            table.update(changes.changed());
            reserves.write(changes.reserved());
        }
        return moved;
    }

    @Override
    public void discard() {
        gathered.take();
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @ResetHandler
    void reset() {
        table.clear();
        reserves.clear();
    }
}
