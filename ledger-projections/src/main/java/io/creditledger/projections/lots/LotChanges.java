package io.creditledger.projections.lots;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.events.CreditsGranted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch makes of lots. */
final class LotChanges {

    private final SortedMap<Key, LotChange> changes = new TreeMap<>();
    private final Reserves reserves = new Reserves();

    private record Key(String accountId, String lotId) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::accountId).thenComparing(Key::lotId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    LotChange of(AccountId account, LotId lot) {
        return changes.computeIfAbsent(new Key(account.value(), lot.value()), _ -> new LotChange(account, lot));
    }

    void grant(CreditsGranted fact, long revision, Instant occurredAt) {
        of(fact.accountId(), fact.lotId()).grant(new LotChange.Grant(fact, revision, occurredAt));
    }

    /** What the batch makes of what can't be spent for the sake of a purchase. */
    Reserves reserved() {
        return reserves;
    }

    List<LotRow> granted() {
        return changes.values().stream().flatMap(LotRow::ofGranted).toList();
    }

    List<LotChange> changed() {
        return changes.values().stream()
                .filter(change -> change.grant() == null)
                .toList();
    }
}
