package io.creditledger.service.platform.axon;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.platform.axon.Attempt.NotStored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of deciding commands of one account together, and on which revision of it. */
final class Decisions {

    private static final long WHATEVER_IT_IS = Long.MAX_VALUE;

    private final AccountId account;
    private List<Attempt> attempts = new ArrayList<>();
    private long revision = WHATEVER_IT_IS;
    private KnownAccounts.@Nullable Before before;

    Decisions(AccountId account) {
        this.account = account;
    }

    /** One for each command, in their order. */
    List<Attempt> attempts() {
        return attempts;
    }

    /** What is known of the account before anything is decided. Within the unit of work that decides. */
    void begin(KnownAccounts known) {
        before = known.before(account);
    }

    /** Within the unit of work that decides. */
    void add(Attempt attempt, KnownAccounts known) {
        attempts.add(attempt);
        // Once is enough: as long as nothing is stored the account stays at the same revision.
        if (revision == WHATEVER_IT_IS && attempt.dependsOnAccount()) {
            revision = known.revision(account);
        }
    }

    /** What was stored is the judge of all that was decided with it: it follows what they were decided on. */
    void stored() {
        revision = WHATEVER_IT_IS;
    }

    /** The same commands, of which none is stored, because of this. */
    Decisions undone(int commands, Throwable cause) {
        attempts = Collections.nCopies(commands, new NotStored(cause));
        revision = WHATEVER_IT_IS;
        return this;
    }

    /** The same, if another process was faster: they will be decided anew on what the account was, and what that one stored. */
    Decisions lostIfInConflict(KnownAccounts known) {
        if (before != null && attempts.getFirst() instanceof NotStored notStored && notStored.isConflict()) {
            known.goBack(before);
        }
        return this;
    }

    /** Whether they were decided on all that is stored of the account by now, as far as that matters to them. */
    boolean stand(KnownAccounts known) {
        return revision == WHATEVER_IT_IS || !known.wasOutdated(account, revision);
    }
}
