package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.queries.UnfinishedPayment.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch makes of the things that are still to be done: the last word on each. */
final class Work {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::accountId).thenComparing(Key::kind).thenComparing(Key::reference);

    private final SortedMap<Key, Optional<Task>> tasks = new TreeMap<>(ORDER);

    /**
     * Names a thing to do.
     *
     * @param reference the purchase, refund or card; empty for an account's top-ups
     */
    record Key(String accountId, Kind kind, String reference) {

        static Key purchase(AccountId account, String purchaseId) {
            return new Key(account.value(), Kind.PURCHASE, purchaseId);
        }

        static Key refund(AccountId account, String refundId) {
            return new Key(account.value(), Kind.REFUND, refundId);
        }

        static Key cardRemoval(AccountId account, String paymentMethodId) {
            return new Key(account.value(), Kind.CARD_REMOVAL, paymentMethodId);
        }

        static Key autoTopUp(AccountId account) {
            return new Key(account.value(), Kind.AUTO_TOP_UP, "");
        }
    }

    /** A thing to do, from when on. */
    record Task(Key key, @Nullable String purchaseId, Instant dueAt) {}

    void due(Key key, @Nullable PurchaseId purchase, Instant dueAt) {
        tasks.put(key, Optional.of(new Task(key, purchase == null ? null : purchase.value(), dueAt)));
    }

    void done(Key key) {
        tasks.put(key, Optional.empty());
    }

    List<Task> toDo() {
        return tasks.values().stream().flatMap(Optional::stream).toList();
    }

    List<Key> done() {
        return tasks.entrySet().stream()
                .filter(task -> task.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
