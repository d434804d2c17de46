package io.creditledger.projections.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** One read model in a {@link Shadow}. */
public final class ShadowModel implements BatchWriter.SetAside {

    private static final long NOTHING = -1;

    private final Projection projection;
    private final List<ReadModelTable> tables;
    private final JdbcTemplate jdbc;
    private final String progress;
    private final BatchWriter writer;
    private final Consumer<Fault> faults;
    private final Map<String, Long> reached = new HashMap<>();

    /**
     * A fact that the read model can't apply.
     *
     * @param cause why
     */
    public record Fault(String projection, String accountId, long revision, String cause) {}

    ShadowModel(Projection projection, ProjectionsDatabase database, Consumer<Fault> faults) {
        this.projection = projection;
        this.tables = ReadModelTable.of(projection.group(), database.jdbc());
        this.jdbc = database.jdbc();
        this.progress = ProjectionsDatabase.SCHEMA + '.' + projection.progress().table();
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(projection);
        this.writer = new BatchWriter(database, projection, handlers::handle, this);
        this.faults = faults;
    }

    public String name() {
        return projection.group();
    }

    public List<ReadModelTable> tables() {
        return tables;
    }

    /** The revision up to which the facts of an account were replayed; below zero before the first. */
    public long reached(String accountId) {
        return reached.getOrDefault(accountId, NOTHING);
    }

    /** The revision up to which the read model itself shows each account; accounts of which it shows nothing are missing. */
    public Map<String, Long> shown(Collection<String> accounts) {
        Map<String, Long> revisions = new HashMap<>();
        jdbc.query(
                "select account_id, revision from " + progress + " where account_id = any(?::text[])",
                parameters -> parameters.setObject(1, accounts.toArray(String[]::new)),
                row -> {
                    revisions.put(row.getString(1), row.getLong(2));
                });
        return revisions;
    }

    /** Keeps the read model's rows of an account as they are until the transaction ends. */
    public void lock(String accountId) {
        jdbc.queryForList("select revision from " + progress + " where account_id = ? for update", accountId);
    }

    /** Replays those of the facts that come after what was replayed, up to a revision of each account. */
    void replay(List<DomainEventMessage<?>> facts, ToLongFunction<String> upTo) {
        SortedMap<String, List<DomainEventMessage<?>>> due = new TreeMap<>();
        for (DomainEventMessage<?> fact : facts) {
            String account = fact.getAggregateIdentifier();
            if (fact.getSequenceNumber() > reached(account) && fact.getSequenceNumber() <= upTo.applyAsLong(account)) {
                due.computeIfAbsent(account, _ -> new ArrayList<>()).add(fact);
            }
        }
        List<AccountFacts> batch = new ArrayList<>(due.size());
        due.forEach((account, ofAccount) -> batch.add(new AccountFacts(account, ofAccount)));
        writer.write(batch);
        batch.forEach(
                account -> reached.merge(account.accountId(), account.step().last(), Math::max));
    }

    /** No later fact of the account is tried: it could not follow. */
    @Override
    public void park(AccountFacts account, Exception failure) {
        reached.put(account.accountId(), Long.MAX_VALUE);
        faults.accept(new Fault(
                name(),
                account.accountId(),
                account.first(),
                NestedExceptionUtils.getMostSpecificCause(failure).toString()));
    }

    @Override
    public void park(AccountFacts account) {
        reached.put(account.accountId(), Long.MAX_VALUE);
    }

    void recall(Collection<String> accounts) {
        reached.clear();
        if (accounts.isEmpty()) {
            return;
        }
        reached.putAll(projection.progress().revisions(accounts));
    }

    void clear() {
        tables.forEach(table -> jdbc.execute("truncate table " + table.shadow()));
        reached.clear();
    }
}
