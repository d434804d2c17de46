package io.creditledger.service.purchase.stripe;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.CustomerDeleted;
import io.creditledger.service.purchase.PaymentNews.PaymentChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * News of Stripe from their arrival until somebody has looked. Each statement is a transaction of its own: none is open while
 * Stripe is asked.
 */
final class StripeInbox {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int MAX_PROBLEM = 500;
    private static final int PRUNED_AT_A_TIME = 10_000;

    private static final String PAYMENT = "payment";
    private static final String CARDS = "cards";
    private static final String CUSTOMER_DELETED = "customer_deleted";

    private static final String INSERT = """
            insert into payments.stripe_event (event_id, type, created_at, kind, subject, account_id, state, next_attempt_at,
                last_problem, received_at)
            values (:id, :type, :created, :kind, :subject, :account, :state, :now, :problem, :now)
            """;

    private final JdbcClient database;
    private final Clock clock;

    StripeInbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * News that somebody is to look into.
     *
     * @param attempt the how manieth look it is, the first being 1; tells it from any other
     */
    record Waiting(String eventId, String type, PaymentNews news, int attempt, Instant receivedAt) {}

    /** What can become of news in the end. */
    enum End {
        PROCESSED,
        QUARANTINED,
        DEAD;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Takes a delivery in. One that is not processed yet, whatever has become of it, is looked into again: whoever sends it
     * again wants that.
     *
     * @return false if it is processed already
     */
    boolean accept(StripeNotice notice) {
        return insert(notice, "received", null, """
                on conflict (event_id) do update set state = 'received', kind = excluded.kind, subject = excluded.subject,
                    account_id = excluded.account_id, next_attempt_at = excluded.next_attempt_at, settled_at = null,
                    received_at = case when stripe_event.state = 'received' then stripe_event.received_at
                        else excluded.received_at end
                where stripe_event.state <> 'processed'
                """) > 0;
    }

    /** Takes in what nobody has delivered. What is known stays as it is. */
    boolean add(StripeNotice notice) {
        return insert(notice, "received", null, "on conflict (event_id) do nothing") > 0;
    }

    /** Sets a delivery aside for a person. */
    void quarantine(StripeNotice notice, String problem) {
        insert(notice, "quarantined", problem, "on conflict (event_id) do nothing");
    }

    private int insert(StripeNotice notice, String state, @Nullable String problem, String onConflict) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", notice.eventId());
        values.put("type", notice.type());
        values.put("created", at(notice.createdAt()));
        values.put("state", state);
        values.put("problem", problem);
        values.put("now", now());
        values.putAll(columns(notice.news()));
        return database.sql(INSERT + onConflict).params(values).update();
    }

    private static Map<String, @Nullable Object> columns(@Nullable PaymentNews news) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("account", null);
        switch (news) {
            case PaymentChanged payment -> {
                columns.put("kind", PAYMENT);
                columns.put("subject", payment.paymentReference().value());
            }
            case CardsChanged cards -> {
                columns.put("kind", CARDS);
                columns.put("subject", cards.customerReference().value());
                AccountId account = cards.accountId();
                columns.put("account", account == null ? null : account.value());
            }
            case CustomerDeleted deleted -> {
                columns.put("kind", CUSTOMER_DELETED);
                columns.put("subject", deleted.customerReference().value());
            }
            case null -> {
                columns.put("kind", null);
                columns.put("subject", null);
            }
        }
        return columns;
    }

    /** Takes one on, unless somebody else has, or it is to wait. */
    Optional<Waiting> claim(String eventId) {
        return claim("and event_id = :id", eventId, 1).stream().findFirst();
    }

    /** Takes on what is due. A node that dies with it leaves it to others when the lease ends. */
    List<Waiting> claimDue(int max) {
        return claim("", null, max);
    }

    /** What is due is chosen once: as a condition of the update it might be chosen anew for every row, and exceed the limit. */
    private List<Waiting> claim(String which, @Nullable String eventId, int max) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("now", now());
        values.put("until", at(clock.instant().plus(LEASE)));
        values.put("max", max);
        values.put("id", eventId);
        return database.sql("""
                        with due as materialized (
                            select event_id from payments.stripe_event
                            where state = 'received' and next_attempt_at <= :now
                              and (leased_until is null or leased_until <= :now) %s
                            order by next_attempt_at limit :max
                            for update skip locked)
                        update payments.stripe_event event set attempts = attempts + 1, leased_until = :until
                        from due where event.event_id = due.event_id
                        returning event.event_id, type, kind, subject, account_id, attempts, received_at
                        """.formatted(which))
                .params(values)
                .query(StripeInbox::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getString("event_id"),
                row.getString("type"),
                news(row),
                row.getInt("attempts"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static PaymentNews news(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        String account = row.getString("account_id");
        return switch (row.getString("kind")) {
            case PAYMENT -> new PaymentChanged(new PaymentReference(subject));
            case CARDS ->
                new CardsChanged(new CustomerReference(subject), account == null ? null : new AccountId(account));
            case CUSTOMER_DELETED -> new CustomerDeleted(new CustomerReference(subject));
            case String kind -> throw new IllegalStateException("nobody knows news of the kind " + kind);
        };
    }

    /** Ends it; only for whoever took it on last. */
    void end(Waiting event, End end, @Nullable String problem) {
        Map<String, @Nullable Object> values = of(event, problem);
        values.put("state", end.word());
        values.put("now", now());
        database.sql("""
                        update payments.stripe_event
                        set state = :state, settled_at = :now, leased_until = null, last_problem = :problem
                        where event_id = :id and attempts = :attempt and state = 'received'
                        """).params(values).update();
    }

    /** Leaves it for later; only for whoever took it on last. */
    void postpone(Waiting event, Instant until, String problem) {
        Map<String, @Nullable Object> values = of(event, problem);
        values.put("until", at(until));
        database.sql("""
                        update payments.stripe_event
                        set next_attempt_at = :until, leased_until = null, last_problem = :problem
                        where event_id = :id and attempts = :attempt and state = 'received'
                        """).params(values).update();
    }

    private static Map<String, @Nullable Object> of(Waiting event, @Nullable String problem) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", event.eventId());
        values.put("attempt", event.attempt());
        values.put(
                "problem",
                problem == null || problem.length() <= MAX_PROBLEM ? problem : problem.substring(0, MAX_PROBLEM));
        return values;
    }

    /** How many news are in which state, without those that are processed. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        database.sql("select state, count(*) from payments.stripe_event where state <> 'processed' group by state")
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** Forgets what was processed before then. */
    int prune(Instant processedBefore) {
        return database.sql("""
                        delete from payments.stripe_event where event_id in (
                            select event_id from payments.stripe_event
                            where state = 'processed' and settled_at < :before limit :max)
                        """)
                .param("before", at(processedBefore))
                .param("max", PRUNED_AT_A_TIME)
                .update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
