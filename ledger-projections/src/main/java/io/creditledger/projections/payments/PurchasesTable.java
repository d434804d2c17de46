package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables {@code projections.payments_purchase} and {@code projections.payments_dispute}. */
@Component
class PurchasesTable {

    /* What never changes is in no update. A standing dispute is a row of its own, and not many purchases have one. */
    private static final String WRITE = """
            insert into payments_purchase as purchase
                (account_id, purchase_id, started_revision, started_at, package_id, package_version, credits, price_amount,
                 price_currency, initiator, payment_method_id, revision, updated_at, status, payment_reference,
                 failure_code, failure_decline_code, failure_message, cancellation, receipt_url, lot_id, refunded,
                 clawed_back)
            select account_id, purchase_id, started_revision,
                   timestamptz 'epoch' + started_micros * interval '1 microsecond', package_id, package_version, credits,
                   price_amount, price_currency, initiator, payment_method_id, revision,
                   timestamptz 'epoch' + updated_micros * interval '1 microsecond', status, payment_reference,
                   failure_code, failure_decline_code, failure_message, cancellation, receipt_url, lot_id, refunded,
                   clawed_back
            from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                as change(account_id, purchase_id, started_revision, started_micros, package_id, package_version, credits,
                          price_amount, price_currency, initiator, payment_method_id, revision, updated_micros, status,
                          payment_reference, failure_code, failure_decline_code, failure_message, cancellation,
                          receipt_url, lot_id, refunded, clawed_back)
            on conflict (account_id, purchase_id) do update
            set revision = excluded.revision,
                updated_at = excluded.updated_at,
                status = excluded.status,
                payment_reference = excluded.payment_reference,
                failure_code = excluded.failure_code,
                failure_decline_code = excluded.failure_decline_code,
                failure_message = excluded.failure_message,
                cancellation = excluded.cancellation,
                receipt_url = excluded.receipt_url,
                lot_id = excluded.lot_id,
                refunded = excluded.refunded,
                clawed_back = excluded.clawed_back
            """;

    private static final String FORGET_DISPUTES = """
            delete from payments_dispute as dispute
            using unnest(?::text[], ?::text[]) as change(account_id, purchase_id)
            where dispute.account_id = change.account_id and dispute.purchase_id = change.purchase_id
            """;

    private static final String WRITE_DISPUTES = """
            insert into payments_dispute (account_id, purchase_id, dispute_reference)
            select * from unnest(?::text[], ?::text[], ?::text[])
            """;

    private static final String SELECT = """
            select account_id, purchase_id, started_revision, started_at, package_id, package_version, credits, price_amount,
                   price_currency, initiator, payment_method_id, revision, updated_at, status, payment_reference,
                   failure_code, failure_decline_code, failure_message, cancellation, receipt_url, lot_id, refunded,
                   clawed_back,
                   array(select dispute_reference from payments_dispute as dispute
                         where dispute.account_id = purchase.account_id and dispute.purchase_id = purchase.purchase_id)
                       as disputes
            from payments_purchase as purchase
            where account_id = ?
            """;

    private static final String SELECT_ONE = SELECT + "and purchase_id = ?";

    private static final String SELECT_STARTED_BEFORE =
            SELECT + "and started_revision < ? order by started_revision desc limit ?";

    private static final String SELECT_CHANGED_AFTER = SELECT + "and revision > ? order by revision limit ?";

    /* Statuses 4 and 5: failed and canceled. Nothing was or will be paid for those. */
    private static final String SPENT = """
            select coalesce(sum(price_amount), 0)::bigint from payments_purchase
            where account_id = ? and initiator = 1 and started_at >= ? and started_at < ? and price_currency = ?
              and status not in (4, 5)
            """;

    /* Statuses 0 to 2: open. */
    private static final String OPEN_TOP_UP = """
            select purchase_id from payments_purchase
            where account_id = ? and initiator = 1 and status < 3
            order by started_at desc, started_revision desc
            limit 1
            """;

    private final JdbcTemplate jdbc;

    PurchasesTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    void write(List<Purchase> purchases) {
        if (purchases.isEmpty()) {
            return;
        }
        Columns.write(
                jdbc,
                WRITE,
                Columns.texts(purchases, Purchase::accountId),
                Columns.texts(purchases, Purchase::purchaseId),
                Columns.longs(purchases, purchase -> purchase.origin().startedRevision()),
                Columns.longs(
                        purchases, purchase -> Columns.micros(purchase.origin().startedAt())),
                Columns.texts(
                        purchases,
                        purchase ->
                                purchase.origin().creditPackage().packageId().value()),
                Columns.longs(
                        purchases, purchase -> purchase.origin().creditPackage().version()),
                Columns.longs(
                        purchases,
                        purchase -> purchase.origin().creditPackage().credits().amount()),
                Columns.longs(
                        purchases,
                        purchase -> purchase.origin().creditPackage().price().amount()),
                Columns.texts(
                        purchases,
                        purchase -> purchase.origin().creditPackage().price().currency()),
                Columns.longs(
                        purchases, purchase -> StoredNumber.of(purchase.origin().initiator())),
                Columns.texts(purchases, purchase -> purchase.origin().paymentMethodId()),
                Columns.longs(purchases, Purchase::revision),
                Columns.longs(purchases, purchase -> Columns.micros(purchase.updatedAt())),
                Columns.longs(purchases, purchase -> StoredNumber.of(purchase.status())),
                Columns.texts(purchases, Purchase::paymentReference),
                Columns.texts(purchases, purchase -> FailureColumns.code(purchase.failure())),
                Columns.texts(purchases, purchase -> FailureColumns.declineCode(purchase.failure())),
                Columns.texts(purchases, purchase -> FailureColumns.message(purchase.failure())),
                Columns.optionalLongs(
                        purchases,
                        purchase -> purchase.cancellation() == null
                                ? null
                                : (long) StoredNumber.of(purchase.cancellation())),
                Columns.texts(purchases, Purchase::receiptUrl),
                Columns.texts(purchases, Purchase::lotId),
                Columns.longs(purchases, Purchase::refunded),
                Columns.longs(purchases, Purchase::clawedBack));
        writeDisputes(purchases);
    }

    private void writeDisputes(List<Purchase> purchases) {
        Columns.write(
                jdbc,
                FORGET_DISPUTES,
                Columns.texts(purchases, Purchase::accountId),
                Columns.texts(purchases, Purchase::purchaseId));
        List<Standing> standing = purchases.stream()
                .flatMap(purchase ->
                        purchase.standingDisputes().stream().map(dispute -> new Standing(purchase, dispute)))
                .toList();
        if (!standing.isEmpty()) {
            Columns.write(
                    jdbc,
                    WRITE_DISPUTES,
                    Columns.texts(standing, dispute -> dispute.purchase().accountId()),
                    Columns.texts(standing, dispute -> dispute.purchase().purchaseId()),
                    Columns.texts(standing, Standing::reference));
        }
    }

    private record Standing(Purchase purchase, String reference) {}

    Optional<Purchase> find(AccountId account, PurchaseId purchase) {
        return jdbc.query(SELECT_ONE, (row, _) -> Purchase.stored(row), account.value(), purchase.value()).stream()
                .findFirst();
    }

    /** Those that were started before a revision, the last started first. */
    List<Purchase> startedBefore(AccountId account, long revision, int limit) {
        return jdbc.query(SELECT_STARTED_BEFORE, (row, _) -> Purchase.stored(row), account.value(), revision, limit);
    }

    /** Those whose last change is after a revision, in the order of those changes. */
    List<Purchase> changedAfter(AccountId account, long revision, int limit) {
        return jdbc.query(SELECT_CHANGED_AFTER, (row, _) -> Purchase.stored(row), account.value(), revision, limit);
    }

    /** What automatic top-ups cost that were started in a period, those under way included. */
    long spentOnTopUps(AccountId account, Instant from, Instant to, String currency) {
        Long spent = jdbc.queryForObject(
                SPENT, Long.class, account.value(), Columns.parameter(from), Columns.parameter(to), currency);
        return spent == null ? 0 : spent;
    }

    Optional<String> openTopUp(AccountId account) {
        return jdbc.query(OPEN_TOP_UP, (row, _) -> row.getString(1), account.value()).stream()
                .findFirst();
    }

    void clear() {
        jdbc.execute("truncate table payments_purchase, payments_dispute, payments_progress");
    }
}
