package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.service.platform.http.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream. Each round tells what happened up to a balance, in order, and then that balance; so whatever event was
 * the last to arrive, everything before it has arrived, and the reader can resume after it without losing or doubling any.
 */
final class AccountStream {

    private final AccountId account;
    private final AccountQueries queries;
    private final AccountChanges changes;
    private final BooleanSupplier mayGoOn;
    private final EventWriter out;
    private final long heartbeatNanos;
    private final long pollNanos;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;

    /** Up to which revision all has been told; null until the first balance of a reader that has seen nothing. */
    private @Nullable Long position;

    private final boolean resumed;
    private boolean balanceTold;
    private long lastWritten = System.nanoTime();
    private long lastAllowed = System.nanoTime();

    AccountStream(
            AccountId account,
            @Nullable Long resumeAfter,
            AccountQueries queries,
            BooleanSupplier mayGoOn,
            EventWriter out,
            Duration heartbeat,
            Duration poll) {
        this.account = account;
        this.position = resumeAfter;
        this.resumed = resumeAfter != null;
        this.queries = queries;
        this.mayGoOn = mayGoOn;
        this.changes = new AccountChanges(account, queries);
        this.out = out;
        this.heartbeatNanos = heartbeat.toNanos();
        this.pollNanos = poll.toNanos();
    }

    AccountId account() {
        return account;
    }

    /** Says that there may be news. Any number of times before the stream looks are one. */
    void wakeUp() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    void close() {
        closed = true;
        wakeUp();
    }

    /** Streams until the reader is gone or the stream is closed. */
    void run() throws IOException {
        BalanceView first =
                queries.view(account, null, BalanceView.class, reached -> new FindBalance(account, reached));
        // From here on there is no way to say no.
        out.open();
        tellIfPossible(() -> first);
        try {
            while (!closed) {
                awaitNews();
                endUnlessAllowed();
                if (!closed) {
                    tellIfPossible(this::balance);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitNews() throws InterruptedException, IOException {
        boolean woken = news.tryAcquire(Math.min(pollNanos, heartbeatNanos), TimeUnit.NANOSECONDS);
        if (woken) {
            news.drainPermits();
        }
        if (System.nanoTime() - lastWritten >= heartbeatNanos) {
            out.heartbeat();
            lastWritten = System.nanoTime();
        }
    }

    /** As often as there would be a heartbeat, whether anything happens or not. */
    private void endUnlessAllowed() {
        if (System.nanoTime() - lastAllowed >= heartbeatNanos) {
            if (!mayGoOn.getAsBoolean()) {
                closed = true;
            }
            lastAllowed = System.nanoTime();
        }
    }

    private @Nullable BalanceView balance() {
        return queries.find(new FindBalance(account, null), BalanceView.class).orElse(null);
    }

    private void tellIfPossible(Supplier<@Nullable BalanceView> balance) throws IOException {
        try {
            BalanceView latest = balance.get();
            if (latest != null) {
                tell(latest);
            }
        } catch (ProblemException unavailable) {
            // What could not be looked up now is looked up in the next round: the position says from where.
        }
    }

    private void tell(BalanceView balance) throws IOException {
        long revision = balance.revision();
        if (position == null) {
            position = revision;
        }
        boolean nothingNew = revision == position && balanceTold;
        // Behind the position is a read model that is being rebuilt.
        if (nothingNew || revision < position) {
            return;
        }
        if (!balanceTold && resumed) {
            tell(changes.standingAt(position));
        }
        tellChanges(position, revision);
        if (closed) {
            return;
        }
        out.event("balance", revision, balance);
        out.flush();
        position = revision;
        balanceTold = true;
        lastWritten = System.nanoTime();
    }

    private void tellChanges(long after, long upTo) throws IOException {
        long told = after;
        while (told < upTo && !closed) {
            AccountChanges.Part part = changes.next(told, upTo);
            tell(part.changes());
            told = part.upTo();
            position = told;
        }
    }

    private void tell(List<AccountChanges.Change> happened) throws IOException {
        for (AccountChanges.Change change : happened) {
            out.event(change.name(), change.revision(), change.data());
        }
    }
}
