package io.creditledger.service.purchase.stripe;

import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.CustomerDeleted;
import io.creditledger.service.purchase.PaymentNews.PaymentChanged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which events of Stripe the ledger wants, and where each tells it to look. */
final class StripeEvents {

    /**
     * To be subscribed to, and to be asked for. Stripe takes twenty at most in one question: charge.refunded says nothing that
     * the refund's own events do not, and a setup that failed has changed no card.
     */
    static final List<String> WANTED = List.of(
            "payment_intent.succeeded",
            "payment_intent.payment_failed",
            "payment_intent.requires_action",
            "payment_intent.processing",
            "payment_intent.canceled",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.closed",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated",
            "setup_intent.succeeded",
            "payment_method.attached",
            "payment_method.updated",
            "payment_method.automatically_updated",
            "payment_method.detached",
            "customer.deleted",
            "radar.early_fraud_warning.created");

    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,255}");
    private static final String CHARGE_REFUNDED = "charge.refunded";

    private final StripeMetadata metadata;

    StripeEvents(StripeMetadata metadata) {
        this.metadata = metadata;
    }

    /**
     * What an event says to look at.
     *
     * @throws IllegalArgumentException if it is no event
     */
    StripeNotice notice(JsonNode event) {
        Instant created = moment(event.path("created"));
        String type = required(event, "type");
        return new StripeNotice(required(event, "id"), type, created, news(type, event.path("data")));
    }

    private static Instant moment(JsonNode seconds) {
        if (seconds.isIntegralNumber() && seconds.canConvertToLong()) {
            long second = seconds.longValue();
            if (second >= 0 && second <= LAST_SECOND) {
                return Instant.ofEpochSecond(second);
            }
        }
        throw new IllegalArgumentException("an event says when it was created");
    }

    private static String required(JsonNode event, String field) {
        String text = text(event.path(field));
        if (text == null) {
            throw new IllegalArgumentException("an event has a field " + field);
        }
        return text;
    }

    /** An id or a word of Stripe, which is a short one and of plain letters; anything else would only trouble the database. */
    static @Nullable String text(JsonNode node) {
        String text = node.isObject() ? node.path("id").asString("") : node.isString() ? node.stringValue() : "";
        return PLAIN.matcher(text).matches() ? text : null;
    }

    private @Nullable PaymentNews news(String type, JsonNode data) {
        if (!WANTED.contains(type) && !type.equals(CHARGE_REFUNDED)) {
            return null;
        }
        JsonNode object = data.path("object");
        String family = type.substring(0, type.indexOf('.'));
        return switch (family) {
            case "payment_intent" -> payment(object.path("id"));
            case "charge", "refund", "radar" -> payment(object.path("payment_intent"));
            case "setup_intent" -> cards(object.path("customer"), object.path("metadata"));
            case "payment_method" -> methodChanged(object, data.path("previous_attributes"));
            case "customer" -> customerDeleted(object);
            default -> null;
        };
    }

    private static @Nullable PaymentNews payment(JsonNode reference) {
        String id = text(reference);
        return id == null ? null : new PaymentChanged(new PaymentReference(id));
    }

    private @Nullable PaymentNews cards(JsonNode customer, JsonNode notes) {
        String id = text(customer);
        Map<String, String> ours = notes(notes);
        boolean elsewhere = ours.containsKey(StripeMetadata.ENVIRONMENT) && !metadata.isOurs(ours);
        return id == null || elsewhere ? null : new CardsChanged(new CustomerReference(id), metadata.account(ours));
    }

    /** A card that was detached has no customer any more: the event says whose it was. */
    private static @Nullable PaymentNews methodChanged(JsonNode method, JsonNode before) {
        String now = text(method.path("customer"));
        String id = now == null ? text(before.path("customer")) : now;
        return id == null ? null : new CardsChanged(new CustomerReference(id), null);
    }

    private @Nullable PaymentNews customerDeleted(JsonNode customer) {
        String id = text(customer.path("id"));
        Map<String, String> ours = notes(customer.path("metadata"));
        boolean elsewhere = ours.containsKey(StripeMetadata.ENVIRONMENT) && !metadata.isOurs(ours);
        return id == null || elsewhere ? null : new CustomerDeleted(new CustomerReference(id));
    }

    private static Map<String, String> notes(JsonNode notes) {
        Map<String, String> map = new HashMap<>();
        notes.properties()
                .forEach(note -> map.put(note.getKey(), note.getValue().asString("")));
        return map;
    }
}
