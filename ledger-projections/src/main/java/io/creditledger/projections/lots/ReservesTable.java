package io.creditledger.projections.lots;

import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables {@code projections.lots_dispute} and {@code projections.lots_refund}: why credits of a bought lot can't be spent. */
@Component
class ReservesTable {

    private static final String OPEN = """
            insert into lots_dispute (account_id, purchase_id, dispute_reference)
            select * from unnest(?::text[], ?::text[], ?::text[])
            on conflict do nothing
            """;

    private static final String SETTLE = """
            delete from lots_dispute as dispute
            using unnest(?::text[], ?::text[], ?::text[]) as settled(account_id, purchase_id, dispute_reference)
            where dispute.account_id = settled.account_id and dispute.purchase_id = settled.purchase_id
              and dispute.dispute_reference = settled.dispute_reference
            """;

    private static final String HOLD = """
            insert into lots_refund (account_id, refund_id, purchase_id, credits)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
            """;

    private static final String RELEASE = """
            delete from lots_refund as refund
            using unnest(?::text[], ?::text[]) as released(account_id, refund_id)
            where refund.account_id = released.account_id and refund.refund_id = released.refund_id
            """;

    private final JdbcTemplate jdbc;

    ReservesTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    void write(Reserves changes) {
        writeDisputes(OPEN, changes.opened());
        writeDisputes(SETTLE, changes.settled());
        hold(changes.held());
        release(changes.released());
    }

    private void writeDisputes(String statement, List<Reserves.DisputeKey> disputes) {
        if (!disputes.isEmpty()) {
            Columns.write(
                    jdbc,
                    statement,
                    Columns.texts(disputes, Reserves.DisputeKey::accountId),
                    Columns.texts(disputes, Reserves.DisputeKey::purchaseId),
                    Columns.texts(disputes, Reserves.DisputeKey::disputeReference));
        }
    }

    private void hold(List<RefundRequested> refunds) {
        if (!refunds.isEmpty()) {
            Columns.write(
                    jdbc,
                    HOLD,
                    Columns.texts(refunds, refund -> refund.accountId().value()),
                    Columns.texts(refunds, refund -> refund.refundId().value()),
                    Columns.texts(refunds, refund -> refund.purchaseId().value()),
                    Columns.longs(refunds, refund -> refund.credits().amount()));
        }
    }

    private void release(List<Reserves.RefundKey> refunds) {
        if (!refunds.isEmpty()) {
            Columns.write(
                    jdbc,
                    RELEASE,
                    Columns.texts(refunds, Reserves.RefundKey::accountId),
                    Columns.texts(refunds, Reserves.RefundKey::refundId));
        }
    }

    void clear() {
        jdbc.execute("truncate table lots_dispute, lots_refund");
    }
}
