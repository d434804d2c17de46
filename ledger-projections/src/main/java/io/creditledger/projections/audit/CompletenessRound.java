package io.creditledger.projections.audit;

import io.creditledger.api.audit.queries.CompletenessView;
import io.creditledger.api.audit.queries.Difference;
import io.creditledger.api.audit.queries.Incomplete;
import io.creditledger.api.audit.queries.StoredAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a round of the check has found so far. */
final class CompletenessRound {

    private final Instant begunAt;
    private final long through;
    private final List<Incomplete> incomplete = new ArrayList<>();
    private long accounts;
    private long incompleteCount;
    private boolean allCompared = true;

    /** @param through how long the history was when the round began */
    CompletenessRound(Instant begunAt, long through) {
        this.begunAt = begunAt;
        this.through = through;
    }

    Instant begunAt() {
        return begunAt;
    }

    long through() {
        return through;
    }

    void looksAt(StoredAccount account) {
        accounts++;
        if (account.facts() != account.revision() + 1) {
            note(account, Difference.HISTORY, null);
        }
    }

    void note(StoredAccount account, String projection, @Nullable Long shown) {
        incompleteCount++;
        if (incomplete.size() < CompletenessView.MAX_INCOMPLETE) {
            incomplete.add(new Incomplete(account.accountId(), projection, account.revision(), account.facts(), shown));
        }
    }

    /** A read model was too far behind to be compared. */
    void couldNotCompare() {
        allCompared = false;
    }

    long accounts() {
        return accounts;
    }

    long incompleteCount() {
        return incompleteCount;
    }

    List<Incomplete> incomplete() {
        return List.copyOf(incomplete);
    }

    /** Whether all was compared and nothing is missing. */
    boolean isClean() {
        return allCompared && incompleteCount == 0;
    }
}
