package io.creditledger.service.purchase.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.param.EventListParams;
import com.stripe.service.V1Services;
import io.creditledger.service.purchase.PaymentProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Stripe's own list of events, from where it stopped the last time: whatever was delivered or not, all of it passes here.
 * Goes through the past in pieces, and remembers a piece once all of it is in the inbox.
 */
final class StripeEventsPoll {

    private static final Logger log = LoggerFactory.getLogger(StripeEventsPoll.class);
    private static final JsonMapper JSON = new JsonMapper();

    private static final String CURSOR = "events";
    private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);

    /** Events may be listed a little later than they are dated. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final Duration PIECE = Duration.ofHours(1);

    /** How long Stripe lists them. */
    private static final Duration LISTED = Duration.ofDays(30);

    private static final long PAGE = 100;
    private static final int MAX_PAGES = 2_000;

    private final V1Services stripe;
    private final StripeCalls calls;
    private final StripeEvents events;
    private final StripeInbox inbox;
    private final JdbcClient database;
    private final Clock clock;
    private final Duration every;

    StripeEventsPoll(
            StripeClient client,
            StripeCalls calls,
            StripeEvents events,
            StripeInbox inbox,
            JdbcClient database,
            Clock clock,
            Duration every) {
        this.stripe = client.v1();
        this.calls = calls;
        this.events = events;
        this.inbox = inbox;
        this.database = database;
        this.clock = clock;
        this.every = every;
    }

    /** One round, if no other node has made one within the interval. */
    void round() {
        try {
            turn().ifPresent(this::read);
        } catch (PaymentProviderException unavailable) {
            log.warn("Stripe's events could not be read, the next round tries again: {}", unavailable.getMessage());
        } catch (RuntimeException failure) {
            log.warn("Stripe's events could not be taken in, the next round tries again: {}", failure.toString());
        }
    }

    private Optional<Instant> turn() {
        Instant now = clock.instant();
        database.sql("""
                        insert into payments.stripe_cursor (name, read_up_to, next_poll_at) values (:name, :start, :now)
                        on conflict (name) do nothing
                        """)
                .param("name", CURSOR)
                .param("start", StripeInbox.at(now.minus(FIRST_LOOK_BACK)))
                .param("now", StripeInbox.at(now))
                .update();
        return database.sql("""
                        update payments.stripe_cursor set next_poll_at = :next where name = :name and next_poll_at <= :now
                        returning read_up_to
                        """)
                .param("name", CURSOR)
                .param("next", StripeInbox.at(now.plus(every)))
                .param("now", StripeInbox.at(now))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private void read(Instant readUpTo) {
        Instant start = clock.instant();
        Instant from = readUpTo;
        if (from.isBefore(start.minus(LISTED))) {
            log.error(
                    "Stripe's events were last read up to {}; it lists only those of the last {} days",
                    from,
                    LISTED.toDays());
            from = start.minus(LISTED);
        }
        while (from.isBefore(start)) {
            Instant to = from.plus(PIECE).isBefore(start) ? from.plus(PIECE) : start;
            readPiece(from.minus(OVERLAP), to);
            remember(to);
            from = to;
        }
    }

    /** Both ends included: a second has many events, and all of them are known by their ids. */
    private void readPiece(Instant from, Instant to) {
        EventListParams.Builder page = EventListParams.builder()
                .setCreated(EventListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLte(to.getEpochSecond())
                        .build())
                .addAllType(StripeEvents.WANTED)
                .setLimit(PAGE);
        for (int number = 0; number < MAX_PAGES; number++) {
            StripeCollection<Event> found = calls.make("list events", () -> list(page));
            found.getData().forEach(this::take);
            if (!Boolean.TRUE.equals(found.getHasMore())) {
                return;
            }
            page.setStartingAfter(found.getData().getLast().getId());
        }
        throw new IllegalStateException("there is no end to Stripe's events from " + from + " to " + to);
    }

    private StripeCollection<Event> list(EventListParams.Builder page) throws StripeException {
        return stripe.events().list(page.build());
    }

    /**
     * An event of this list has the account's own API version, which nobody chose for the ledger; what it is about it says in
     * every version alike.
     */
    private void take(Event event) {
        calls.requireMode(event.getLivemode(), event.getId());
        StripeNotice notice = events.notice(json(event));
        if (notice.news() != null) {
            inbox.add(notice);
        }
    }

    private static ObjectNode json(Event event) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", event.getId())
                .put("type", event.getType())
                .put("created", event.getCreated());
        ObjectNode data = json.putObject("data");
        data.set("object", JSON.readTree(event.getDataObjectDeserializer().getRawJson()));
        if (event.getData().getPreviousAttributes() != null) {
            data.set("previous_attributes", JSON.valueToTree(event.getData().getPreviousAttributes()));
        }
        return json;
    }

    private void remember(Instant upTo) {
        database.sql("update payments.stripe_cursor set read_up_to = greatest(read_up_to, :to) where name = :name")
                .param("name", CURSOR)
                .param("to", StripeInbox.at(upTo))
                .update();
    }
}
