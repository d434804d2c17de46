package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.queries.PurchaseView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A purchase while facts are folded into it. */
final class Purchase {

    private final Origin origin;
    /** How its payment went; whatever became of the money later is told by the refunds and disputes. */
    private PurchaseStatus payment = PurchaseStatus.PROCESSING;

    private @Nullable String paymentReference;
    private @Nullable PaymentFailure failure;
    private @Nullable CancellationReason cancellation;
    private @Nullable String receiptUrl;
    private @Nullable String lotId;
    private long refunded;
    private long clawedBack;
    private final Set<String> standingDisputes = new TreeSet<>();
    private long revision;
    private Instant updatedAt;

    /** What a purchase was started with: never changes. */
    record Origin(
            AccountId account,
            PurchaseId purchaseId,
            CreditPackage creditPackage,
            PurchaseInitiator initiator,
            @Nullable String paymentMethodId,
            long startedRevision,
            Instant startedAt) {}

    private Purchase(Origin origin) {
        this.origin = origin;
        this.revision = origin.startedRevision();
        this.updatedAt = origin.startedAt();
    }

    static Purchase started(PurchaseStarted fact, long revision, Instant occurredAt) {
        return new Purchase(new Origin(
                fact.accountId(),
                fact.purchaseId(),
                fact.creditPackage(),
                fact.initiator(),
                fact.paymentMethodId() == null ? null : fact.paymentMethodId().value(),
                revision,
                occurredAt));
    }

    static Purchase stored(ResultSet row) throws SQLException {
        Price price = new Price(row.getLong("price_amount"), row.getString("price_currency"));
        Purchase purchase = new Purchase(new Origin(
                new AccountId(row.getString("account_id")),
                new PurchaseId(row.getString("purchase_id")),
                new CreditPackage(
                        new PackageId(row.getString("package_id")),
                        row.getInt("package_version"),
                        Credits.of(row.getLong("credits")),
                        price),
                StoredNumber.initiator(row.getShort("initiator")),
                row.getString("payment_method_id"),
                row.getLong("started_revision"),
                Stored.moment(row, "started_at")));
        PurchaseStatus status = StoredNumber.status(row.getShort("status"));
        Short cancellation = Stored.optionalNumber(row, "cancellation");
        purchase.payment = status.isPaid() ? PurchaseStatus.SUCCEEDED : status;
        purchase.paymentReference = row.getString("payment_reference");
        purchase.failure = Stored.failure(row);
        purchase.cancellation = cancellation == null ? null : StoredNumber.cancellation(cancellation);
        purchase.receiptUrl = row.getString("receipt_url");
        purchase.lotId = row.getString("lot_id");
        purchase.refunded = row.getLong("refunded");
        purchase.clawedBack = row.getLong("clawed_back");
        purchase.standingDisputes.addAll(
                List.of((String[]) row.getArray("disputes").getArray()));
        return purchase.touch(row.getLong("revision"), Stored.moment(row, "updated_at"));
    }

    /** A fact concerns it, whether or not anything that is shown changes. */
    Purchase touch(long atRevision, Instant at) {
        revision = atRevision;
        updatedAt = at;
        return this;
    }

    void becomes(PurchaseStatus status, PaymentReference reference) {
        payment = status;
        paymentReference = reference.value();
        failure = null;
    }

    void declined(PaymentReference reference, PaymentFailure why) {
        becomes(PurchaseStatus.REQUIRES_PAYMENT_METHOD, reference);
        failure = why;
    }

    void retried() {
        payment = PurchaseStatus.PROCESSING;
        failure = null;
    }

    void succeeded(PaymentReference reference, @Nullable String receipt) {
        becomes(PurchaseStatus.SUCCEEDED, reference);
        receiptUrl = receipt;
    }

    void failed(PaymentFailure why) {
        payment = PurchaseStatus.FAILED;
        failure = why;
    }

    void cancellationRequested(CancellationReason why) {
        cancellation = why;
    }

    void canceled(@Nullable PaymentReference reference) {
        // Nobody called a declined top-up off: it is the ledger that lets go of it.
        boolean letGo = origin.initiator() == PurchaseInitiator.AUTO_TOP_UP && failure != null;
        payment = letGo ? PurchaseStatus.FAILED : PurchaseStatus.CANCELED;
        if (reference != null) {
            paymentReference = reference.value();
        }
    }

    void granted(LotId lot) {
        lotId = lot.value();
    }

    /** Money went back, or came again, so that this much has gone back in all. */
    void refunded(Price inAll) {
        refunded = inAll.amount();
    }

    void took(Credits credits) {
        clawedBack = Math.addExact(clawedBack, credits.amount());
    }

    void gaveBack(Credits credits) {
        clawedBack = Math.subtractExact(clawedBack, credits.amount());
    }

    void disputed(DisputeReference dispute) {
        standingDisputes.add(dispute.value());
    }

    void cleared(DisputeReference dispute) {
        standingDisputes.remove(dispute.value());
    }

    PurchaseStatus status() {
        if (payment != PurchaseStatus.SUCCEEDED) {
            return payment;
        }
        if (!standingDisputes.isEmpty()) {
            return PurchaseStatus.DISPUTED;
        }
        if (refunded == 0) {
            return PurchaseStatus.SUCCEEDED;
        }
        return refunded < price().amount() ? PurchaseStatus.PARTIALLY_REFUNDED : PurchaseStatus.REFUNDED;
    }

    Origin origin() {
        return origin;
    }

    String accountId() {
        return origin.account().value();
    }

    String purchaseId() {
        return origin.purchaseId().value();
    }

    private Price price() {
        return origin.creditPackage().price();
    }

    boolean isTopUp() {
        return origin.initiator() == PurchaseInitiator.AUTO_TOP_UP;
    }

    @Nullable
    String paymentReference() {
        return paymentReference;
    }

    @Nullable
    PaymentFailure failure() {
        return failure;
    }

    @Nullable
    CancellationReason cancellation() {
        return cancellation;
    }

    @Nullable
    String receiptUrl() {
        return receiptUrl;
    }

    @Nullable
    String lotId() {
        return lotId;
    }

    long refunded() {
        return refunded;
    }

    long clawedBack() {
        return clawedBack;
    }

    /** The disputes of it that are open or lost. */
    Set<String> standingDisputes() {
        return standingDisputes;
    }

    long revision() {
        return revision;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    PurchaseView view() {
        return new PurchaseView(
                purchaseId(),
                status(),
                origin.initiator(),
                origin.creditPackage(),
                paymentReference,
                origin.paymentMethodId(),
                failure,
                cancellation,
                receiptUrl,
                lotId,
                price().of(refunded),
                clawedBack,
                origin.startedAt(),
                updatedAt,
                revision);
    }
}
