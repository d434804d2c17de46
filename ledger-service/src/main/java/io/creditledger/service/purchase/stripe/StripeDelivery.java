package io.creditledger.service.purchase.stripe;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Stripe delivered, once its signature is known to be good.
 *
 * @param problem why a person has to look at it, or null
 */
record StripeDelivery(StripeNotice notice, @Nullable String problem) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads a body.
     *
     * @param live whether our key is one of live mode
     * @throws IllegalArgumentException if it tells of no event
     */
    static StripeDelivery read(byte[] body, StripeEvents events, boolean live) {
        JsonNode event = parse(body);
        return new StripeDelivery(events.notice(event), problemOf(event, live));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not JSON", malformed);
        }
    }

    private static @Nullable String problemOf(JsonNode event, boolean live) {
        if (event.path("livemode").asBoolean(live) != live) {
            return "it is of " + (live ? "test" : "live") + " mode, our key is not";
        }
        String version = String.valueOf(StripeEvents.text(event.path("api_version")));
        return version.endsWith(StripeSafeguards.TRAIN)
                ? null
                : "it has the shape of API version " + version + "; give the webhook endpoint "
                        + StripeSafeguards.API_VERSION;
    }
}
