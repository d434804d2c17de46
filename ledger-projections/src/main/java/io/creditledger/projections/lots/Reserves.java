package io.creditledger.projections.lots;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.RefundRequested;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch makes of disputes that freeze a purchase's lot, and of refunds that hold credits of it: the last word on each. */
final class Reserves {

    private static final Comparator<DisputeKey> DISPUTES = Comparator.comparing(DisputeKey::accountId)
            .thenComparing(DisputeKey::purchaseId)
            .thenComparing(DisputeKey::disputeReference);
    private static final Comparator<RefundKey> REFUNDS =
            Comparator.comparing(RefundKey::accountId).thenComparing(RefundKey::refundId);

    private final SortedMap<DisputeKey, Boolean> disputes = new TreeMap<>(DISPUTES);
    private final SortedMap<RefundKey, Optional<RefundRequested>> refunds = new TreeMap<>(REFUNDS);

    record DisputeKey(String accountId, String purchaseId, String disputeReference) {}

    record RefundKey(String accountId, String refundId) {}

    void freeze(AccountId account, PurchaseId purchase, DisputeReference dispute) {
        disputes.put(new DisputeKey(account.value(), purchase.value(), dispute.value()), true);
    }

    void thaw(AccountId account, PurchaseId purchase, DisputeReference dispute) {
        disputes.put(new DisputeKey(account.value(), purchase.value(), dispute.value()), false);
    }

    void hold(RefundRequested refund) {
        refunds.put(new RefundKey(refund.accountId().value(), refund.refundId().value()), Optional.of(refund));
    }

    void release(AccountId account, RefundId refund) {
        refunds.put(new RefundKey(account.value(), refund.value()), Optional.empty());
    }

    List<DisputeKey> opened() {
        return disputesThatAre(true);
    }

    List<DisputeKey> settled() {
        return disputesThatAre(false);
    }

    private List<DisputeKey> disputesThatAre(boolean open) {
        return disputes.entrySet().stream()
                .filter(dispute -> dispute.getValue() == open)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<RefundRequested> held() {
        return refunds.values().stream().flatMap(Optional::stream).toList();
    }

    List<RefundKey> released() {
        return refunds.entrySet().stream()
                .filter(refund -> refund.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
