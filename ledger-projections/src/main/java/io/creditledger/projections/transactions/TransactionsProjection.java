package io.creditledger.projections.transactions;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.queries.TransactionLines;
import io.creditledger.projections.platform.Gathered;
import io.creditledger.projections.platform.Progress;
import io.creditledger.projections.platform.Projection;
import io.creditledger.projections.platform.ProjectionsDatabase;
import io.creditledger.projections.platform.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps the movements of each account: a row for every fact that changed what it has. */
@Component
@ProcessingGroup(TransactionsProjection.GROUP)
class TransactionsProjection implements Projection {

    static final String GROUP = "transactions";

    private final Gathered<List<Movement>> gathered = new Gathered<>(ArrayList::new);
    private final TransactionsTable table;
    private final Progress progress;

    TransactionsProjection(TransactionsTable table, ProjectionsDatabase database) {
        this.table = table;
        this.progress = new Progress(database, "transactions_progress");
    }

    @EventHandler
    void on(LedgerEvent event, @SequenceNumber long revision, @Timestamp Instant occurredAt) {
        TransactionLines.of(event, revision, occurredAt)
                .ifPresent(line -> gathered.rows().add(new Movement(event.accountId(), line)));
    }

    @Override
    public int write(List<Step> steps) {
        List<Movement> movements = gathered.take();
        int moved = progress.advance(steps);
        if (moved == steps.size()) {
            table.insert(movements);
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
