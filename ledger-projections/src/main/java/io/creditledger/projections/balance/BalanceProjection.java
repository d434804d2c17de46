package io.creditledger.projections.balance;

import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.projections.platform.Gathered;
import io.creditledger.projections.platform.Progress;
import io.creditledger.projections.platform.Projection;
import io.creditledger.projections.platform.Step;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps what each account is and has: one row an account. */
@Component
@ProcessingGroup(BalanceProjection.GROUP)
class BalanceProjection implements Projection {

    static final String GROUP = "balance";

    private final Gathered<BalanceRows> gathered = new Gathered<>(BalanceRows::new);
    private final BalanceTable table;
    private final BalanceUpdates updates;

    BalanceProjection(BalanceTable table, BalanceUpdates updates) {
        this.table = table;
        this.updates = updates;
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber long revision, @Timestamp Instant occurredAt) {
        BalanceRows.Row row = gathered.rows().of(event.accountId());
        switch (event) {
            case AccountOpened opened -> row.open(opened.displayName(), opened.metadata(), occurredAt);
            case AccountDetailsChanged changed -> row.describe(changed.displayName(), changed.metadata());
            // These change the balance alone, which every fact carries.
            case CreditsGranted _, LotActivated _, LotExpired _ -> {}
            case CreditsConsumed _, ConsumptionReversed _, CreditsRevoked _ -> {}
        }
        row.become(event.balance(), revision, occurredAt);
    }

    /** Whatever happens to a purchase, it does to an account no more than to change its balance. */
    @EventHandler
    void on(PurchaseEvent event, @SequenceNumber long revision, @Timestamp Instant occurredAt) {
        gathered.rows().of(event.accountId()).become(event.balance(), revision, occurredAt);
    }

    @Override
    public int write(List<Step> steps) {
        List<BalanceRows.Row> rows = gathered.take().rows();
        int moved = table.write(rows);
        if (moved == steps.size()) {
            updates.afterCommit(rows);
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
        return table.progress();
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
