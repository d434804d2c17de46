package io.creditledger.projections.transactions;

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
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
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
    static final String EXPIRED = "Credits expired";

    private final Gathered<List<Movement>> gathered = new Gathered<>(ArrayList::new);
    private final TransactionsTable table;
    private final Progress progress;

    TransactionsProjection(TransactionsTable table, ProjectionsDatabase database) {
        this.table = table;
        this.progress = new Progress(database, "projections.transactions_progress");
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber long revision, @Timestamp Instant occurredAt) {
        switch (event) {
            case CreditsGranted granted -> add(event, line(granted, revision, occurredAt));
            case CreditsConsumed consumed -> add(event, line(consumed, revision, occurredAt));
            case ConsumptionReversed reversed -> add(event, line(reversed, revision, occurredAt));
            case CreditsRevoked revoked -> add(event, line(revoked, revision, occurredAt));
            case LotExpired expired -> add(event, line(expired, revision, occurredAt));
            // The credits of a lot count from its grant on; that they can be spent from now on moves none.
            case LotActivated _ -> {}
            // Says what the account is, not what it has.
            case AccountOpened _, AccountDetailsChanged _ -> {}
        }
    }

    private void add(AccountEvent event, TransactionLine line) {
        gathered.rows().add(new Movement(event.accountId(), line));
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
                lot,
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
