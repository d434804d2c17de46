package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.queries.Difference;
import io.creditledger.api.audit.queries.Incomplete;
import io.creditledger.api.audit.queries.StoredAccount;
import io.creditledger.projections.platform.Positions;
import io.creditledger.projections.platform.ShownAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees, round after round, that of each account no fact is missing and that each read model shows the last one. It reads no fact: how
 * many there are and which is the last says an index. Between two looks it rests nine times as long as the first took.
 */
final class CompletenessCheck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CompletenessCheck.class);

    private static final int ACCOUNTS_AT_ONCE = 1_000;
    private static final int REST_TIMES = 9;

    /** A read model that is so far behind is another alarm's matter. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LONGEST_REST = CompletenessTable.SILENCE.dividedBy(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final StoredAccounts stored;
    private final ShownAccounts shown;
    private final Positions positions;
    private final History history;
    private final CompletenessTable table;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("completeness").factory());
    private final Duration interval;
    private List<Incomplete> reported = List.of();

    CompletenessCheck(
            StoredAccounts stored,
            ShownAccounts shown,
            Positions positions,
            History history,
            CompletenessTable table,
            Clock clock,
            Duration interval) {
        this.stored = stored;
        this.shown = shown;
        this.positions = positions;
        this.history = history;
        this.table = table;
        this.clock = clock;
        this.interval = interval;
        var _ = schedule.scheduleWithFixedDelay(
                this::roundIfDue, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void roundIfDue() {
        try {
            // Half of it, for clocks do not agree to the last millisecond.
            if (table.begin(clock.instant(), interval.dividedBy(2))) {
                roundToTheEnd();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // What fails in closing is what was interrupted.
            if (!schedule.isShutdown()) {
                LOG.warn("Completeness could not be checked, the next round tries again: {}", failure.toString());
            }
            LOG.debug("Why completeness could not be checked", failure);
        }
    }

    private void roundToTheEnd() throws InterruptedException {
        boolean ended = false;
        try {
            round();
            ended = true;
        } finally {
            if (!ended) {
                table.abandon();
            }
        }
    }

    private void round() throws InterruptedException {
        CompletenessRound round = new CompletenessRound(clock.instant(), history.length());
        String behind = null;
        List<StoredAccount> page;
        do {
            long begun = System.nanoTime();
            page = stored.countedPage(AccountRange.ALL, behind, ACCOUNTS_AT_ONCE);
            compare(page, round);
            long worked = System.nanoTime() - begun;
            behind = page.isEmpty() ? null : page.getLast().accountId();
            table.seen(clock.instant());
            if (page.size() == ACCOUNTS_AT_ONCE) {
                TimeUnit.NANOSECONDS.sleep(Math.min(worked * REST_TIMES, LONGEST_REST.toNanos()));
            }
        } while (page.size() == ACCOUNTS_AT_ONCE);
        table.keep(round, clock.instant());
        report(round);
    }

    /** Said when it changes, and not each round. */
    private void report(CompletenessRound round) {
        List<Incomplete> found = round.incomplete();
        if (!found.equals(reported) && !found.isEmpty()) {
            LOG.error(
                    "Something is missing of {} accounts, first of {}: see /v1/audit/completeness",
                    round.incompleteCount(),
                    found.getFirst());
        }
        reported = found;
    }

    private void compare(List<StoredAccount> accounts, CompletenessRound round) throws InterruptedException {
        accounts.forEach(round::looksAt);
        // What was stored before this place was in what was just read, so a read model that is past it must show it.
        long place = history.length();
        List<String> ids = accounts.stream().map(StoredAccount::accountId).toList();
        Map<String, Long> highest = new HashMap<>();
        for (String model : shown.models()) {
            if (!hasPassed(model, place)) {
                round.couldNotCompare();
                continue;
            }
            Map<String, Long> revisions = shown.revisions(model, ids);
            noteUnlessSetAside(model, behind(accounts, revisions), revisions, round);
            revisions.forEach((account, revision) -> highest.merge(account, revision, Math::max));
        }
        noteWhatIsGone(accounts, highest, round);
    }

    private static List<StoredAccount> behind(List<StoredAccount> accounts, Map<String, Long> revisions) {
        return accounts.stream()
                .filter(account -> revisions.getOrDefault(account.accountId(), -1L) < account.revision())
                .toList();
    }

    /** A read model that shows more than was stored a moment ago has seen newer facts, unless these are not stored now either. */
    private void noteWhatIsGone(List<StoredAccount> accounts, Map<String, Long> highest, CompletenessRound round) {
        if (accounts.stream().noneMatch(account -> shows(highest, account) > account.revision())) {
            return;
        }
        AccountRange range = new AccountRange(
                new AccountId(accounts.getFirst().accountId()),
                new AccountId(accounts.getLast().accountId()));
        stored.page(range, null, accounts.size()).stream()
                .filter(account -> shows(highest, account) > account.revision())
                .forEach(account -> round.note(account, Difference.HISTORY, shows(highest, account)));
    }

    private static long shows(Map<String, Long> highest, StoredAccount account) {
        return highest.getOrDefault(account.accountId(), -1L);
    }

    private void noteUnlessSetAside(
            String model, List<StoredAccount> behind, Map<String, Long> revisions, CompletenessRound round) {
        if (behind.isEmpty()) {
            return;
        }
        Set<String> known = shown.setAside(
                model, behind.stream().map(StoredAccount::accountId).toList());
        behind.stream()
                .filter(account -> !known.contains(account.accountId()))
                .forEach(account -> round.note(account, model, revisions.get(account.accountId())));
    }

    private boolean hasPassed(String model, long place) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (positions.lowest(model) < place) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
