package io.creditledger.projections.lots;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Price;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code projections.lots_lot}. */
@Component
class LotsTable {

    private static final String INSERT = """
            insert into lots_lot
                (account_id, lot_id, source, description, granted, remaining, priority, paid, effective_at, expires_at,
                 granted_at, granted_revision, state, closed_revision, purchase_id, paid_amount, paid_currency)
            select account_id, lot_id, source, description, granted, remaining, priority, paid,
                   timestamptz 'epoch' + effective_micros * interval '1 microsecond',
                   timestamptz 'epoch' + expires_micros * interval '1 microsecond',
                   timestamptz 'epoch' + granted_micros * interval '1 microsecond',
                   granted_revision, state, closed_revision, purchase_id, paid_amount, paid_currency
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[],
                        ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
                        ?::bigint[], ?::text[])
                as lot(account_id, lot_id, source, description, granted, remaining, priority, paid, effective_micros,
                       expires_micros, granted_micros, granted_revision, state, closed_revision, purchase_id,
                       paid_amount, paid_currency)
            """;

    /*
     * States: 0 pending, 1 active, 2 depleted, 3 expired, 4 revoked. A lot whose time was over stays expired; one of which
     * nothing is left is what took the last of it; any other is open.
     */
    private static final String UPDATE = """
            update lots_lot as lot
            set remaining = lot.remaining + change.delta,
                state = case
                    when change.expired or lot.state = 3 then 3
                    when lot.remaining + change.delta = 0 then coalesce(change.reduction, lot.state)
                    when lot.state = 0 and not change.activated then 0
                    else 1 end,
                closed_revision = case
                    when change.expired or lot.state = 3 or lot.remaining + change.delta = 0
                        then coalesce(change.reduced_revision, lot.closed_revision)
                    else null end
            from unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[], ?::boolean[], ?::bigint[], ?::bigint[])
                as change(account_id, lot_id, delta, activated, expired, reduction, reduced_revision)
            where lot.account_id = change.account_id and lot.lot_id = change.lot_id
            """;

    private static final String SELECT = """
            select lot_id, source, description, granted, remaining, priority, effective_at, expires_at, state, granted_at,
                   granted_revision, closed_revision, purchase_id, paid_amount, paid_currency,
                   exists (select from lots_dispute as dispute
                           where dispute.account_id = lot.account_id and dispute.purchase_id = lot.purchase_id)
                       as disputed,
                   coalesce((select sum(credits) from lots_refund as refund
                             where refund.account_id = lot.account_id and refund.purchase_id = lot.purchase_id), 0)::bigint
                       as held
            from lots_lot as lot
            where account_id = ?
            """;

    /** The order in which they burn: the same as the account's own. */
    private static final String BURN_ORDER =
            "(priority, coalesce(expires_at, 'infinity'), paid, effective_at, granted_revision)";

    private static final String OPEN = SELECT + " and state < 2 ";

    private static final String OPEN_FIRST = OPEN + "order by " + unpacked() + " limit ?";

    private static final String OPEN_NEXT = OPEN + "and " + BURN_ORDER + " > (select "
            + unpacked() + " from lots_lot where account_id = ? and granted_revision = ?) order by "
            + unpacked() + " limit ?";

    private static final String CLOSED = SELECT + """
             and state >= 2 and (closed_revision, granted_revision) < (?, ?)
            order by closed_revision desc, granted_revision desc
            limit ?
            """;

    /* One index for each way to fall due. An account with several such lots counts once, at its first. */
    private static final String DUE = """
            select account_id from (
                (select account_id, expires_at as due_at from lots_lot
                 where state < 2 and expires_at is not null and expires_at <= ?
                 order by expires_at, account_id limit ?)
                union all
                (select account_id, effective_at as due_at from lots_lot
                 where state = 0 and effective_at <= ?
                 order by effective_at, account_id limit ?)
            ) as due
            group by account_id
            order by min(due_at), account_id
            limit ?
            """;

    private static final int LOTS_AN_ACCOUNT = 4;

    private final JdbcTemplate jdbc;

    LotsTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    private static String unpacked() {
        return BURN_ORDER.substring(1, BURN_ORDER.length() - 1);
    }

    void insert(List<LotRow> lots) {
        if (lots.isEmpty()) {
            return;
        }
        Columns.write(
                jdbc,
                INSERT,
                Columns.texts(lots, LotRow::accountId),
                Columns.texts(lots, LotRow::lotId),
                Columns.longs(lots, lot -> StoredState.number(lot.fact().source())),
                Columns.texts(lots, lot -> lot.fact().description()),
                Columns.longs(lots, lot -> lot.fact().amount().amount()),
                Columns.longs(lots, LotRow::remaining),
                Columns.longs(lots, lot -> lot.fact().priority()),
                Columns.booleans(lots, lot -> lot.fact().source().isPaid()),
                Columns.longs(lots, lot -> Columns.micros(lot.fact().effectiveAt())),
                Columns.optionalLongs(
                        lots, lot -> Columns.optionalMicros(lot.fact().expiresAt())),
                Columns.longs(lots, lot -> Columns.micros(lot.grantedAt())),
                Columns.longs(lots, LotRow::grantedRevision),
                Columns.longs(lots, lot -> StoredState.number(lot.state())),
                Columns.optionalLongs(lots, LotRow::closedRevision),
                Columns.texts(lots, LotRow::purchaseId),
                Columns.optionalLongs(lots, LotRow::paidAmount),
                Columns.texts(lots, LotRow::paidCurrency));
    }

    void update(List<LotChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int updated = Columns.write(
                jdbc,
                UPDATE,
                Columns.texts(changes, LotChange::accountId),
                Columns.texts(changes, LotChange::lotId),
                Columns.longs(changes, LotChange::delta),
                Columns.booleans(changes, LotChange::isActivated),
                Columns.booleans(changes, LotChange::isExpired),
                Columns.optionalLongs(changes, change -> StoredState.optionalNumber(change.reduction())),
                Columns.optionalLongs(changes, LotChange::reducedRevision));
        if (updated != changes.size()) {
            throw new IllegalStateException("facts speak of lots that were never granted");
        }
    }

    List<StoredLot> open(AccountId account, int limit) {
        return jdbc.query(OPEN_FIRST, (row, _) -> lot(row), account.value(), limit);
    }

    /** Those that burn after a lot, named by the revision of its grant. */
    List<StoredLot> openAfter(AccountId account, long grantedRevision, int limit) {
        return jdbc.query(OPEN_NEXT, (row, _) -> lot(row), account.value(), account.value(), grantedRevision, limit);
    }

    List<StoredLot> closedBefore(AccountId account, long closedRevision, long grantedRevision, int limit) {
        return jdbc.query(CLOSED, (row, _) -> lot(row), account.value(), closedRevision, grantedRevision, limit);
    }

    List<AccountId> due(Instant at, int limit) {
        Object moment = Columns.parameter(at);
        // An account may be in both parts and several times in each: read more than are wanted.
        int enough = limit * LOTS_AN_ACCOUNT;
        return jdbc.query(DUE, (row, _) -> new AccountId(row.getString(1)), moment, enough, moment, enough, limit);
    }

    void clear() {
        jdbc.execute("truncate table lots_lot, lots_progress");
    }

    private static StoredLot lot(ResultSet row) throws SQLException {
        return new StoredLot(
                row.getString("lot_id"),
                StoredState.source(row.getShort("source")),
                row.getString("description"),
                row.getLong("granted"),
                row.getLong("remaining"),
                row.getLong("held"),
                row.getInt("priority"),
                moment(row, "effective_at"),
                optionalMoment(row, "expires_at"),
                StoredState.state(row.getShort("state")),
                moment(row, "granted_at"),
                row.getLong("granted_revision"),
                row.getLong("closed_revision"),
                row.getString("purchase_id"),
                paid(row),
                row.getBoolean("disputed"));
    }

    private static @Nullable Price paid(ResultSet row) throws SQLException {
        String currency = row.getString("paid_currency");
        return currency == null ? null : new Price(row.getLong("paid_amount"), currency);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Columns.moment(row.getObject(column, OffsetDateTime.class));
    }

    private static @Nullable Instant optionalMoment(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : Columns.moment(stored);
    }
}
