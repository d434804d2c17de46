package io.creditledger.projections.websites;

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
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps what was used: a row for each website of an account, and one for each of its hours. */
@Component
@ProcessingGroup(WebsitesProjection.GROUP)
class WebsitesProjection implements Projection {

    static final String GROUP = "websites";

    private final Gathered<Usage> gathered = new Gathered<>(Usage::new);
    private final WebsitesTable table;
    private final Progress progress;

    WebsitesProjection(WebsitesTable table, ProjectionsDatabase database) {
        this.table = table;
        this.progress = new Progress(database, "websites_progress");
    }

    @EventHandler
    void on(AccountEvent event, @Timestamp Instant occurredAt) {
        switch (event) {
            case CreditsConsumed consumed ->
                gathered.rows().consume(consumed.accountId(), consumed.website(), consumed.amount(), occurredAt);
            case ConsumptionReversed reversed ->
                gathered.rows().reverse(reversed.accountId(), reversed.website(), reversed.amount(), occurredAt);
            // What comes in, expires or is taken back is not use, and belongs to no website.
            case CreditsGranted _, LotActivated _, LotExpired _, CreditsRevoked _ -> {}
            case AccountOpened _, AccountDetailsChanged _ -> {}
        }
    }

    /** How credits are bought is no use of them: none of this belongs to a website. */
    @EventHandler
    void on(PurchaseEvent event) {
        switch (event) {
            case PurchaseStarted _, PaymentRequested _, PaymentActionRequired _, PaymentUnderWay _ -> {}
            case PaymentDeclined _, PaymentRetried _, PurchaseSucceeded _, PurchaseFailed _ -> {}
            case CancellationRequested _, PurchaseCanceled _ -> {}
            case RefundRequested _, RefundFailed _, PurchaseRefunded _, RefundReversed _ -> {}
            case DisputeOpened _, DisputeLost _, DisputeWon _ -> {}
            case CustomerRegistered _, CustomerForgotten _ -> {}
            case PaymentMethodRegistered _, PaymentMethodUpdated _, DefaultPaymentMethodSet _ -> {}
            case PaymentMethodRemovalRequested _, PaymentMethodRemoved _ -> {}
            case AutoTopUpConfigured _, AutoTopUpDisabled _, AutoTopUpPaused _ -> {}
            case AutoTopUpPostponed _, AutoTopUpResumed _ -> {}
        }
    }

    @Override
    public int write(List<Step> steps) {
        Usage usage = gathered.take();
        int moved = progress.advance(steps);
        if (moved == steps.size()) {
            table.addSites(usage.sites());
            table.addHours(usage.hours());
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
    }
}
