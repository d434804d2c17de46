package io.creditledger.projections.balance;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Metadata;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch makes of accounts: the last balance of each, however many facts it had. */
final class BalanceRows {

    private final SortedMap<String, Row> rows = new TreeMap<>();

    Row of(AccountId account) {
        return rows.computeIfAbsent(account.value(), _ -> new Row(account));
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** One account. */
    static final class Row {

        private static final long NONE = -1;

        private final AccountId account;
        private long first = NONE;
        private long revision = NONE;
        private Instant occurredAt = Instant.EPOCH;
        private Balance balance = Balance.ZERO;
        private @Nullable Instant openedAt;
        private boolean described;
        private @Nullable String displayName;
        private Metadata metadata = Metadata.NONE;

        private Row(AccountId account) {
            this.account = account;
        }

        void open(@Nullable String name, Metadata notes, Instant at) {
            openedAt = at;
            describe(name, notes);
        }

        void describe(@Nullable String name, Metadata notes) {
            described = true;
            displayName = name;
            metadata = notes;
        }

        void become(Balance now, long atRevision, Instant at) {
            if (first == NONE) {
                first = atRevision;
            }
            balance = now;
            revision = atRevision;
            occurredAt = at;
        }

        AccountId account() {
            return account;
        }

        String accountId() {
            return account.value();
        }

        /** The revision of the first fact in the batch. */
        long first() {
            return first;
        }

        long revision() {
            return revision;
        }

        Instant occurredAt() {
            return occurredAt;
        }

        Balance balance() {
            return balance;
        }

        /** When it was opened; null unless the batch has that. */
        @Nullable
        Instant openedAt() {
            return openedAt;
        }

        /** Whether the batch says what its name and notes are. */
        boolean isDescribed() {
            return described;
        }

        @Nullable
        String displayName() {
            return displayName;
        }

        Metadata metadata() {
            return metadata;
        }
    }
}
