package io.creditledger.service.platform.eventstore;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.queries.StoredAccount;
import io.creditledger.service.account.PastConsumptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds single facts in the store, each by an index, however long the history. */
final class StoredFacts implements PastConsumptions {

    private static final String SELECT = "select " + StoredEvent.COLUMNS + " from ledger.domain_event_entry ";

    /**
     * Halves the history until the last fact at or before a moment is left: an account decides its facts one after the other, so
     * their times follow their order. Twenty steps for a million facts, all in one round trip.
     */
    private static final String LAST_AT_MOMENT = """
            with recursive search (low, high) as (
                select -1::bigint, max(sequence_number)
                  from ledger.domain_event_entry where aggregate_identifier = :account
                union all
                select case when probe.time_stamp <= :moment then middle.number else low end,
                       case when probe.time_stamp <= :moment then high else middle.number - 1 end
                  from search
                 cross join lateral (select (low + high + 1) / 2 as number) as middle
                 cross join lateral (select time_stamp from ledger.domain_event_entry
                                      where aggregate_identifier = :account and sequence_number = middle.number) as probe
                 where low < high)
            """ + SELECT + """
            where aggregate_identifier = :account
              and sequence_number = (select low from search where low = high)""";

    /** Steps from one account to the next in the index, instead of reading the facts of all. */
    private static final String ACCOUNTS = """
            with recursive account (id, place) as (
                (select aggregate_identifier, 1 from ledger.domain_event_entry
                  where (:behind::text is null or aggregate_identifier > :behind)
                    and (:first::text is null or aggregate_identifier >= :first)
                  order by aggregate_identifier limit 1)
                union all
                (select (select aggregate_identifier from ledger.domain_event_entry
                          where aggregate_identifier > account.id order by aggregate_identifier limit 1),
                        account.place + 1
                   from account
                  where account.id is not null and account.place < :limit
                    and (:last::text is null or account.id <= :last)))
            select account.id, stored.revision, stored.facts
              from account
             cross join lateral (select max(sequence_number) as revision, %s as facts
                                   from ledger.domain_event_entry where aggregate_identifier = account.id) as stored
             where account.id is not null and (:last::text is null or account.id <= :last)
             order by account.place""";

    /* The last one of an account is found at once; each of them is looked at only to count them. */
    private static final String ACCOUNTS_EXPECTED = ACCOUNTS.formatted("max(sequence_number) + 1");
    private static final String ACCOUNTS_COUNTED = ACCOUNTS.formatted("count(*)");

    private static final String REFERRED = SELECT + """
            where aggregate_identifier = :account and request_id = any (:requests) and sequence_number < :before
            union all
            """ + SELECT + """
            where aggregate_identifier = :account and payload_type = 'CreditsGranted' and sequence_number < :before
              and (payload::jsonb ->> 'lotId' = any (:references)
                   or payload::jsonb #>> '{payment,purchaseId}' = any (:references))
            order by sequence_number""";

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcaster upcaster;
    private final UpToDate upToDate;

    StoredFacts(DataSource dataSource, Serializer serializer, EventUpcaster upcaster, UpToDate upToDate) {
        this.upToDate = upToDate;
        this.jdbc = JdbcClient.create(dataSource);
        this.serializer = serializer;
        this.upcaster = upcaster;
    }

    /** The fact that answered a request. */
    Optional<DomainEventMessage<?>> ofRequest(AccountId account, RequestId request) {
        upToDate.await(account);
        return one(jdbc.sql(SELECT + "where aggregate_identifier = :account and request_id = :request")
                .param("account", account.value())
                .param("request", request.value()));
    }

    /** The fact that made a revision, or the last one if the account has not come that far. */
    Optional<DomainEventMessage<?>> lastAtRevision(AccountId account, long revision) {
        upToDate.await(account);
        return one(jdbc.sql(SELECT + "where aggregate_identifier = :account and sequence_number <= :revision"
                        + " order by sequence_number desc limit 1")
                .param("account", account.value())
                .param("revision", revision));
    }

    /** The last fact at or before a moment. */
    Optional<DomainEventMessage<?>> lastAt(AccountId account, Instant moment) {
        return lastAt(account, StoredEvent.microsecondsOf(moment));
    }

    /** The last fact before a moment, however finely that is given. */
    Optional<DomainEventMessage<?>> lastBefore(AccountId account, Instant moment) {
        long microseconds = StoredEvent.microsecondsOf(moment);
        return lastAt(account, StoredEvent.instantOf(microseconds).isBefore(moment) ? microseconds : microseconds - 1);
    }

    private Optional<DomainEventMessage<?>> lastAt(AccountId account, long microseconds) {
        upToDate.await(account);
        return one(jdbc.sql(LAST_AT_MOMENT).param("account", account.value()).param("moment", microseconds));
    }

    /** Facts in order, from one revision through another, no more than the limit. */
    List<DomainEventMessage<?>> between(AccountId account, long from, long through, int limit) {
        upToDate.await(account);
        return list(
                jdbc.sql(SELECT + "where aggregate_identifier = :account and sequence_number between :from and :through"
                                + " order by sequence_number limit :limit")
                        .param("account", account.value())
                        .param("from", from)
                        .param("through", through)
                        .param("limit", limit));
    }

    /** The last fact, up to a revision, that said what the account is called. */
    Optional<DomainEventMessage<?>> lastDetails(AccountId account, long revision) {
        upToDate.await(account);
        return one(jdbc.sql(SELECT + "where aggregate_identifier = :account and sequence_number <= :revision"
                        + " and payload_type in ('AccountOpened', 'AccountDetailsChanged')"
                        + " order by sequence_number desc limit 1")
                .param("account", account.value())
                .param("revision", revision));
    }

    /** Consumptions by their ids, and grants by the ids of their lots or purchases. */
    List<DomainEventMessage<?>> referred(AccountId account, Set<String> references, long before) {
        upToDate.await(account);
        return list(jdbc.sql(REFERRED)
                .param("account", account.value())
                .param("before", before)
                .param("references", references.toArray(String[]::new))
                .param("requests", requestsOf(references)));
    }

    /** A consumption's id is made of the id of its request. */
    private static String[] requestsOf(Set<String> references) {
        return references.stream()
                .filter(reference -> reference.startsWith(ConsumptionId.PREFIX))
                .map(reference -> reference.substring(ConsumptionId.PREFIX.length()))
                .toArray(String[]::new);
    }

    @Override
    public Optional<PastConsumption> find(AccountId account, ConsumptionId consumption) {
        return consumptionFact(account, consumption)
                .map(consumed -> new PastConsumption(consumed, reversalsOf(account, consumption)));
    }

    /** A consumption's id is made of the id of its request, by which it is found. */
    private Optional<CreditsConsumed> consumptionFact(AccountId account, ConsumptionId consumption) {
        if (!consumption.value().startsWith(ConsumptionId.PREFIX)
                || consumption.value().length() == ConsumptionId.PREFIX.length()) {
            return Optional.empty();
        }
        RequestId request = new RequestId(consumption.value().substring(ConsumptionId.PREFIX.length()));
        return ofRequest(account, request)
                .map(DomainEventMessage::getPayload)
                .filter(CreditsConsumed.class::isInstance)
                .map(CreditsConsumed.class::cast);
    }

    private List<ConsumptionReversed> reversalsOf(AccountId account, ConsumptionId consumption) {
        return all(jdbc.sql(SELECT + "where aggregate_identifier = :account and reversed_consumption = :consumption"
                                + " order by sequence_number")
                        .param("account", account.value())
                        .param("consumption", consumption.value()))
                .map(message -> (ConsumptionReversed) message.getPayload())
                .toList();
    }

    /** The accounts there are, in the order of their ids. */
    List<StoredAccount> accounts(AccountRange range, @Nullable String behind, int limit, boolean counted) {
        upToDate.awaitAll();
        try {
            return jdbc.sql(counted ? ACCOUNTS_COUNTED : ACCOUNTS_EXPECTED)
                    .param("behind", behind)
                    .param("first", text(range.first()))
                    .param("last", text(range.last()))
                    .param("limit", limit)
                    .query((row, number) -> new StoredAccount(row.getString(1), row.getLong(2), row.getLong(3)))
                    .list();
        } catch (DataAccessException failure) {
            throw unreadable(failure);
        }
    }

    private static @Nullable String text(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    /** Facts as they are stored, not even parsed. */
    List<StoredFact> raw(AccountId account, long fromRevision, int limit) {
        upToDate.await(account);
        try {
            return jdbc.sql("select sequence_number, payload_type, time_stamp, payload, meta_data"
                            + " from ledger.domain_event_entry"
                            + " where aggregate_identifier = :account and sequence_number >= :from"
                            + " order by sequence_number limit :limit")
                    .param("account", account.value())
                    .param("from", fromRevision)
                    .param("limit", limit)
                    .query((row, number) -> new StoredFact(
                            row.getLong("sequence_number"),
                            row.getString("payload_type"),
                            StoredEvent.instantOf(row.getLong("time_stamp")),
                            row.getString("payload"),
                            row.getString("meta_data")))
                    .list();
        } catch (DataAccessException failure) {
            throw unreadable(failure);
        }
    }

    private List<DomainEventMessage<?>> list(JdbcClient.StatementSpec statement) {
        return all(statement).<DomainEventMessage<?>>map(message -> message).toList();
    }

    private Optional<DomainEventMessage<?>> one(JdbcClient.StatementSpec statement) {
        return all(statement).findFirst().map(message -> message);
    }

    private Stream<? extends DomainEventMessage<?>> all(JdbcClient.StatementSpec statement) {
        try {
            List<StoredEvent> events =
                    statement.query((row, number) -> StoredEvent.of(row)).list();
            return EventStreamUtils.upcastAndDeserializeDomainEvents(events.stream(), serializer, upcaster)
                    .asStream();
        } catch (DataAccessException failure) {
            throw unreadable(failure);
        }
    }

    private static EventStoreUnavailableException unreadable(DataAccessException failure) {
        return new EventStoreUnavailableException("The event store can't be read for the moment", failure);
    }

    /** The balance-bearing event of a message. */
    static LedgerEvent factOf(DomainEventMessage<?> message) {
        return (LedgerEvent) message.getPayload();
    }
}
