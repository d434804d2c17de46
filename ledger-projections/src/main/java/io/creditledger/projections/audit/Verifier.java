package io.creditledger.projections.audit;

import io.creditledger.api.audit.queries.Difference;
import io.creditledger.api.audit.queries.StoredAccount;
import io.creditledger.projections.platform.Positions;
import io.creditledger.projections.platform.Shadow;
import io.creditledger.projections.platform.ShadowModel;
import io.creditledger.projections.platform.Shadows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Verifies accounts, some at a time. It replays them into its shadow as far as each read model shows them, and then, at one moment
 * of the database, the little that has come since: so what is compared is the same revision on both sides, however fast facts
 * come in. For one thread.
 */
final class Verifier implements AutoCloseable {

    /** Facts that are replayed with one statement for each table. */
    private static final int BATCH = 2_000;

    /** How long a read model may take to show what was stored before its accounts were looked at. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final History history;
    private final Positions positions;
    private final Pace pace;
    private final Shadow shadow;
    private final Comparison comparison;
    private final Map<String, Difference> broken = new LinkedHashMap<>();
    private final List<Difference> faults = new ArrayList<>();
    private List<DomainEventMessage<?>> batch = new ArrayList<>();
    private long replayed;

    /** What came of some accounts. */
    record Verified(long facts, List<Difference> differences) {}

    Verifier(Shadows shadows, History history, Positions positions, Pace pace) {
        this.history = history;
        this.positions = positions;
        this.pace = pace;
        this.shadow = shadows.open(this::note);
        this.comparison = new Comparison(shadow);
    }

    private void note(ShadowModel.Fault fault) {
        faults.add(new Difference(
                fault.accountId(),
                fault.revision(),
                fault.projection(),
                "the fact of revision " + fault.revision() + " can't be applied: " + fault.cause(),
                null,
                null));
    }

    /** Takes the right to work on a verification for this verifier's connection; nothing if another has it. */
    boolean locks(String verificationId) {
        return locks(shadow, verificationId);
    }

    /** Takes the right to work on something for a shadow's connection; nothing if another has it. */
    static boolean locks(Shadow shadow, String id) {
        return Boolean.TRUE.equals(shadow.jdbc()
                .queryForObject(
                        "select pg_try_advisory_lock(hashtext('ledger.verification'), hashtext(?))",
                        Boolean.class,
                        id));
    }

    Verified verify(List<StoredAccount> accounts) {
        begin();
        Map<String, StoredAccount> stored = new LinkedHashMap<>();
        accounts.forEach(account -> stored.put(account.accountId(), account));
        long end = history.length();
        replay(stored.keySet());
        Set<String> due = new LinkedHashSet<>(stored.keySet());
        List<Difference> found = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!due.isEmpty()) {
            // Asked before the moment that is compared: what was applied by now shows in it.
            Set<String> slow = hasPassed(deadline) ? Set.of() : modelsBefore(end);
            Set<String> behind = new LinkedHashSet<>();
            shadow.atOneMoment(() -> found.addAll(compare(due, stored, slow, behind)));
            due.retainAll(behind);
            if (!due.isEmpty()) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
        found.addAll(faults);
        found.addAll(broken.values());
        return new Verified(replayed, found);
    }

    private void begin() {
        shadow.clear();
        broken.clear();
        faults.clear();
        batch = new ArrayList<>();
        replayed = 0;
    }

    private static boolean hasPassed(long deadline) {
        return System.nanoTime() >= deadline || Thread.currentThread().isInterrupted();
    }

    /** The read models that have not come to a place in the history. */
    private Set<String> modelsBefore(long place) {
        return shadow.models().stream()
                .map(ShadowModel::name)
                .filter(model -> positions.lowest(model) < place)
                .collect(Collectors.toSet());
    }

    /**
     * Compares accounts.
     *
     * @param slow the read models that may still come to show what was stored
     * @param behind takes the accounts that wait for one of those: they are not compared now
     */
    private List<Difference> compare(
            Collection<String> accounts, Map<String, StoredAccount> stored, Set<String> slow, Set<String> behind) {
        Map<String, Map<String, Long>> shown = replay(accounts);
        List<Difference> shortcomings = new ArrayList<>();
        shown.forEach((model, revisions) -> shortcomings.addAll(shortcomings(model, revisions, accounts, stored)));
        shortcomings.stream()
                .filter(difference -> slow.contains(difference.projection()))
                .forEach(difference -> behind.add(difference.accountId()));
        List<Difference> found = new ArrayList<>(shortcomings);
        found.removeIf(difference -> behind.contains(difference.accountId()));
        List<String> comparable = accounts.stream()
                .filter(account -> !behind.contains(account) && !broken.containsKey(account))
                .toList();
        found.addAll(comparison.ofRows(comparable));
        level(comparable);
        found.addAll(comparison.ofSums(comparable));
        return found;
    }

    /** Replays accounts equally far for every read model. */
    private void level(Collection<String> accounts) {
        Map<String, ToLongFunction<String>> upTo = new HashMap<>();
        shadow.models().forEach(model -> upTo.put(model.name(), this::furthest));
        accounts.forEach(account -> replay(account, upTo));
        flush(upTo);
    }

    /** How far an account was replayed for any read model; for one that is broken, as far as could be is far enough. */
    private long furthest(String account) {
        return shadow.models().stream()
                .mapToLong(model -> model.reached(account))
                .filter(revision -> revision < Long.MAX_VALUE)
                .max()
                .orElse(-1);
    }

    private static List<Difference> shortcomings(
            String model, Map<String, Long> shown, Collection<String> accounts, Map<String, StoredAccount> stored) {
        return accounts.stream()
                .map(stored::get)
                .filter(account -> account != null && shown.getOrDefault(account.accountId(), -1L) < account.revision())
                .map(account -> {
                    Long revision = shown.get(account.accountId());
                    return new Difference(
                            account.accountId(),
                            account.revision(),
                            model,
                            "the revision that it shows",
                            Long.toString(account.revision()),
                            revision == null ? null : Long.toString(revision));
                })
                .toList();
    }

    /** Replays accounts as far as each read model shows them; answers how far that is. */
    private Map<String, Map<String, Long>> replay(Collection<String> accounts) {
        Map<String, Map<String, Long>> shown = new HashMap<>();
        Map<String, ToLongFunction<String>> upTo = new HashMap<>();
        for (ShadowModel model : shadow.models()) {
            Map<String, Long> revisions = model.shown(accounts);
            shown.put(model.name(), revisions);
            upTo.put(model.name(), account -> revisions.getOrDefault(account, -1L));
        }
        for (String account : accounts) {
            if (!broken.containsKey(account)) {
                replay(account, upTo);
            }
        }
        flush(upTo);
        return shown;
    }

    private void replay(String account, Map<String, ToLongFunction<String>> upTo) {
        long from = Long.MAX_VALUE;
        long to = -1;
        for (ShadowModel model : shadow.models()) {
            long last = upTo.getOrDefault(model.name(), _ -> -1L).applyAsLong(account);
            if (model.reached(account) < last) {
                from = Math.min(from, model.reached(account) + 1);
                to = Math.max(to, last);
            }
        }
        if (to < 0) {
            return;
        }
        ReadFacts read = history.read(account, from, to, fact -> {
            batch.add(fact);
            if (batch.size() >= BATCH) {
                flush(upTo);
            }
        });
        replayed += read.count();
        if (read.broken() != null) {
            broken.put(account, read.broken());
        }
    }

    private void flush(Map<String, ToLongFunction<String>> upTo) {
        if (batch.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> facts = batch;
        batch = new ArrayList<>(BATCH);
        long before = System.nanoTime();
        shadow.replay(facts, upTo);
        pace.worked(facts.size(), System.nanoTime() - before, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        shadow.close();
    }
}
