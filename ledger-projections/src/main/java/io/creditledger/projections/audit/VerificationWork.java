package io.creditledger.projections.audit;

import io.creditledger.api.audit.VerificationState;
import io.creditledger.api.audit.queries.Difference;
import io.creditledger.api.audit.queries.StoredAccount;
import io.creditledger.projections.audit.Verifier.Verified;
import io.creditledger.projections.platform.Positions;
import io.creditledger.projections.platform.Shadows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Carries one verification on, from where it was noted to be until it is complete or stopped. */
final class VerificationWork {

    /** So many facts of several accounts are replayed before they are compared; an account is never divided. */
    private static final int FACTS_AT_ONCE = 20_000;

    private final Shadows shadows;
    private final History history;
    private final Positions positions;
    private final StoredAccounts accounts;
    private final VerificationTable table;
    private final Clock clock;
    private final int workers;

    VerificationWork(
            Shadows shadows,
            History history,
            Positions positions,
            StoredAccounts accounts,
            VerificationTable table,
            Clock clock,
            int workers) {
        this.shadows = shadows;
        this.history = history;
        this.positions = positions;
        this.accounts = accounts;
        this.table = table;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * Works until the verification is complete, somebody stops it, or the thread is interrupted.
     *
     * @param threads does the work; each task keeps one of them busy
     */
    void carryOn(Verification verification, ExecutorService threads) throws ExecutionException, InterruptedException {
        List<Verifier> verifiers = new ArrayList<>();
        try {
            for (int worker = 0; worker < workers; worker++) {
                verifiers.add(new Verifier(
                        shadows,
                        history,
                        positions,
                        new Pace(verification.maxFactsPerSecond(), workers, history::length)));
            }
            // Whoever holds the lock works on it; with the connection, it lets go of it.
            if (verifiers.getFirst().locks(verification.id())) {
                carryOn(verification, verifiers, threads);
            }
        } finally {
            verifiers.forEach(Verifier::close);
        }
    }

    private void carryOn(Verification verification, List<Verifier> verifiers, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        if (verification.factsInRange() == null) {
            table.count(verification.number(), accounts.facts(verification.accounts()));
        }
        AccountQueue queue = queue(verification);
        while (true) {
            long before = System.nanoTime();
            List<List<StoredAccount>> shares = shares(queue, verifiers.size());
            if (shares.isEmpty()) {
                table.end(verification.number(), VerificationState.COMPLETED, null, clock.instant());
                return;
            }
            List<Verified> verified = verify(shares, verifiers, threads);
            String behind = shares.getLast().getLast().accountId();
            long busyMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
            if (!advance(verification, behind, shares, verified, busyMillis)) {
                return;
            }
        }
    }

    /** What each verifier does next: accounts that follow each other, and about a second of work if the pace is slow. */
    private static List<List<StoredAccount>> shares(AccountQueue queue, int count) {
        List<List<StoredAccount>> shares = new ArrayList<>();
        while (shares.size() < count) {
            List<StoredAccount> share = queue.next();
            if (share.isEmpty()) {
                return shares;
            }
            shares.add(share);
        }
        return shares;
    }

    private AccountQueue queue(Verification verification) {
        Integer pace = verification.maxFactsPerSecond();
        int factsAtOnce = pace == null ? FACTS_AT_ONCE : Math.min(FACTS_AT_ONCE, pace);
        return new AccountQueue(accounts, verification.accounts(), verification.verifiedTo(), factsAtOnce);
    }

    private static List<Verified> verify(
            List<List<StoredAccount>> shares, List<Verifier> verifiers, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        List<Future<Verified>> under = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Verifier verifier = verifiers.get(i);
            List<StoredAccount> share = shares.get(i);
            under.add(threads.submit(() -> verifier.verify(share)));
        }
        List<Verified> verified = new ArrayList<>();
        for (Future<Verified> share : under) {
            verified.add(share.get());
        }
        return verified;
    }

    private boolean advance(
            Verification verification,
            String verifiedTo,
            List<List<StoredAccount>> shares,
            List<Verified> verified,
            long busyMillis) {
        List<Difference> found =
                verified.stream().flatMap(share -> share.differences().stream()).toList();
        return table.advance(
                verification.number(),
                verifiedTo,
                shares.stream().mapToInt(List::size).sum(),
                verified.stream().mapToLong(Verified::facts).sum(),
                busyMillis,
                found);
    }
}
