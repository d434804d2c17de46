package io.creditledger.projections;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.queries.StoredAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;

/** A history of facts that a test writes, a minute between one and the next. */
public final class History {

    public static final Instant BEGINNING = Instant.parse("2026-03-01T08:00:00Z");

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Map<AccountId, Long> revisions = new ConcurrentHashMap<>();
    private final List<DomainEventMessage<?>> pending = new ArrayList<>();
    private Instant now = BEGINNING;
    private Duration pace = Duration.ofMinutes(1);

    public ScriptedAccount account(String id) {
        return new ScriptedAccount(this, new AccountId(id));
    }

    public Instant now() {
        return now;
    }

    /** The present, as those who ask have it: when the next fact comes about. */
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    public History at(Instant moment) {
        now = moment;
        return this;
    }

    public History pace(Duration between) {
        pace = between;
        return this;
    }

    /** Writes a fact; {@link #publish} makes it known. */
    void record(LedgerEvent fact) {
        record(fact.accountId(), fact);
    }

    public long record(AccountId account, Object fact) {
        long revision = revisions.merge(account, 0L, (before, _) -> before + 1);
        pending.add(message(account, revision, fact));
        now = now.plus(pace);
        return revision;
    }

    /** Leaves out a revision, as no writer ever may. */
    public void skipRevision(AccountId account) {
        revisions.merge(account, 0L, (before, _) -> before + 1);
    }

    /** Delivers facts another time, as a history that was read twice would. */
    public void again(List<? extends DomainEventMessage<?>> facts) {
        engine.appendEvents(facts.stream()
                .map(fact -> new GenericDomainEventMessage<>(
                        fact.getType(),
                        fact.getAggregateIdentifier(),
                        fact.getSequenceNumber(),
                        fact.getPayload(),
                        fact.getMetaData(),
                        fact.getIdentifier() + "-again",
                        fact.getTimestamp()))
                .toList());
    }

    private DomainEventMessage<?> message(AccountId account, long revision, Object fact) {
        return new GenericDomainEventMessage<>(
                "CreditAccount",
                account.value(),
                revision,
                fact,
                MetaData.emptyInstance(),
                account.value() + "/" + revision,
                now);
    }

    public List<DomainEventMessage<?>> pending() {
        return List.copyOf(pending);
    }

    public History publish() {
        // One by one: the engine adds a list in no order, so a reader at the tail could see a late fact and skip the
        // early ones.
        pending.forEach(fact -> engine.appendEvents(List.of(fact)));
        pending.clear();
        return this;
    }

    /** A store of this history for one process; it sees what the others publish by looking often. */
    EventStore store() {
        return EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(10).build();
    }

    /** How many facts were published or are about to be, of accounts whose revisions have no gap. */
    public long facts() {
        return revisions() + revisions.size();
    }

    /** The accounts, in the order of their ids. */
    List<StoredAccount> accounts() {
        return revisions.entrySet().stream()
                .map(account -> new StoredAccount(account.getKey().value(), account.getValue(), account.getValue() + 1))
                .sorted(Comparator.comparing(StoredAccount::accountId))
                .toList();
    }

    /** The revisions of all accounts together: a number to compare with what was read. */
    public long revisions() {
        return revisions.values().stream().mapToLong(Long::longValue).sum();
    }

    public long revision(String account) {
        return revisions.getOrDefault(new AccountId(account), -1L);
    }
}
