package io.creditledger.projections.lots;

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
    private final Progress progress;

    LotsProjection(LotsTable table, ProjectionsDatabase database) {
        this.table = table;
        this.progress = new Progress(database, "projections.lots_progress");
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
            case ConsumptionReversed reversed -> {
                for (Draw back : reversed.returns()) {
                    changes.of(reversed.accountId(), back.lotId()).giveBack(back.amount());
                }
            }
            // An account has lots only from its first grant on, and they do not know its name.
            case AccountOpened _, AccountDetailsChanged _ -> {}
        }
    }

    @Override
    public int write(List<Step> steps) {
        LotChanges changes = gathered.take();
        int moved = progress.advance(steps);
        if (moved == steps.size()) {
            table.insert(changes.granted());
            table.update(changes.changed());
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
