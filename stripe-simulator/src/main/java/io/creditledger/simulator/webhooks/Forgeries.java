package io.creditledger.simulator.webhooks;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Deliveries that a careful receiver refuses or sets aside. */
public final class Forgeries {

    private static final Duration TOO_FAR = Duration.ofMinutes(10);

    private final Deliveries deliveries;
    private final SimulatedTime time;

    /** What is wrong with a delivery. */
    public enum Forgery {
        WRONG_SECRET,
        STALE,
        FUTURE,
        NO_HEADER,
        EMPTY_HEADER,
        MALFORMED_HEADER,
        NO_TIMESTAMP,
        OLD_SCHEME_ONLY,
        ALTERED_BODY,
        /** Properly signed, from here on. */
        WRONG_API_VERSION,
        LIVE_MODE,
        UNKNOWN_TYPE,
        NOT_JSON;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Forgeries(Deliveries deliveries, SimulatedTime time) {
        this.deliveries = deliveries;
        this.time = time;
    }

    /** Sends it and tells what the receiver said, with status 0 if it said nothing. */
    public ObjectNode send(Forgery forgery, ObjectNode event) {
        Receiver receiver = deliveries.receiver();
        if (receiver == null) {
            throw new IllegalStateException("there is no receiver of webhooks");
        }
        Receiver.Response response = post(receiver, forgery, event.deepCopy());
        return Json.object()
                .put("kind", forgery.label())
                .put("eventId", Json.text(event, "id"))
                .put("status", response.status())
                .put("body", response.body());
    }

    private Receiver.Response post(Receiver receiver, Forgery forgery, ObjectNode event) {
        List<String> secrets = receiver.secrets();
        Instant now = time.receiversNow();
        String payload = event.toPrettyString();
        String good = Signature.of(payload, now, secrets);
        return switch (forgery) {
            case WRONG_SECRET -> receiver.post(payload, Signature.of(payload, now, List.of("whsec_of_somebody_else")));
            case STALE -> receiver.post(payload, Signature.of(payload, now.minus(TOO_FAR), secrets));
            case FUTURE -> receiver.post(payload, Signature.of(payload, now.plus(TOO_FAR), secrets));
            case NO_HEADER -> receiver.post(payload, null);
            case EMPTY_HEADER -> receiver.post(payload, "");
            case MALFORMED_HEADER -> receiver.post(payload, "v1:" + good.hashCode() + ";t");
            case NO_TIMESTAMP -> receiver.post(payload, good.substring(good.indexOf("v1=")));
            case OLD_SCHEME_ONLY -> receiver.post(payload, good.replace("v1=", "v0="));
            case ALTERED_BODY -> receiver.post(event.put("created", 0).toPrettyString(), good);
            case WRONG_API_VERSION -> signed(receiver, event.put("api_version", "2017-08-15"));
            case LIVE_MODE -> signed(receiver, event.put("livemode", true));
            case UNKNOWN_TYPE -> signed(receiver, event.put("type", "something.never_heard_of"));
            case NOT_JSON -> {
                String text = "this is no JSON";
                yield receiver.post(text, Signature.of(text, now, secrets));
            }
        };
    }

    private Receiver.Response signed(Receiver receiver, ObjectNode event) {
        String payload = event.toPrettyString();
        return receiver.post(payload, Signature.of(payload, time.receiversNow(), receiver.secrets()));
    }
}
