package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A refusal, as Stripe words it. */
public final class StripeFailure extends RuntimeException {

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final boolean begun;
    private final transient ObjectNode error;

    private StripeFailure(int status, boolean begun, ObjectNode error) {
        super(Json.text(error, "message"), null, false, false);
        this.status = status;
        this.begun = begun;
        this.error = error;
    }

    private static ObjectNode error(
            String type, @Nullable String code, @Nullable String parameter, @Nullable String message) {
        ObjectNode error = Json.object().put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code);
            error.put("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        }
        if (parameter != null) {
            error.put("param", parameter);
        }
        return error;
    }

    static StripeFailure invalid(@Nullable String code, @Nullable String parameter, String message) {
        return new StripeFailure(400, false, error(INVALID_REQUEST, code, parameter, message));
    }

    static StripeFailure missing(String parameter) {
        return invalid("parameter_missing", parameter, "Missing required param: " + parameter + ".");
    }

    /** What is asked for by its address does not exist. */
    static StripeFailure notFound(Kind kind, String id) {
        return new StripeFailure(404, false, error(INVALID_REQUEST, "resource_missing", "id", noSuch(kind, id)));
    }

    /** What a parameter names does not exist. */
    static StripeFailure noSuchObject(Kind kind, String id, String parameter) {
        return invalid("resource_missing", parameter, noSuch(kind, id));
    }

    private static String noSuch(Kind kind, String id) {
        String name = kind == Kind.PAYMENT_METHOD ? "PaymentMethod" : kind.objectName();
        return "No such " + name + ": '" + id + "'";
    }

    /** The request is well-formed, but its object is in no state for it. */
    static StripeFailure conflict(@Nullable String code, @Nullable String parameter, String message) {
        return new StripeFailure(400, true, error(INVALID_REQUEST, code, parameter, message));
    }

    static StripeFailure card(Decline decline) {
        ObjectNode error = error("card_error", decline.code(), decline.parameter(), decline.message());
        if (decline.declineCode() != null) {
            error.put("decline_code", decline.declineCode());
        }
        return new StripeFailure(402, true, error);
    }

    static StripeFailure unauthenticated(@Nullable String code, String message) {
        return new StripeFailure(401, false, error(INVALID_REQUEST, code, null, message));
    }

    static StripeFailure unknownAddress(String method, String path) {
        String message = "Unrecognized request URL (" + method + ": " + path
                + "). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.";
        return new StripeFailure(404, false, error(INVALID_REQUEST, null, null, message));
    }

    public static StripeFailure bodyTooLarge() {
        return new StripeFailure(413, false, error(INVALID_REQUEST, null, null, "The request body is too large."));
    }

    static StripeFailure otherParameters(String key) {
        String message = "Keys for idempotent requests can only be used with the same parameters they were first used"
                + " with. Try using a key other than '" + key + "' if you meant to execute a different request.";
        return new StripeFailure(400, false, error("idempotency_error", null, null, message));
    }

    static StripeFailure keyInUse(String key) {
        String message = "There is currently another in-progress request using this Idempotency Key '" + key
                + "' (that probably means you submitted twice, and the other request is still going through).";
        return new StripeFailure(409, false, error("idempotency_error", "idempotency_key_in_use", null, message));
    }

    public static StripeFailure rateLimited() {
        String message = "Request rate limit exceeded. Send fewer requests at a time.";
        return new StripeFailure(429, false, error(INVALID_REQUEST, "rate_limit", null, message));
    }

    /** A fault that somebody asked for. */
    public static StripeFailure injected(int status) {
        return switch (status) {
            case 429 -> rateLimited();
            case 409 ->
                new StripeFailure(
                        409,
                        false,
                        error(
                                INVALID_REQUEST,
                                "lock_timeout",
                                null,
                                "This object cannot be accessed right now because another API request or Stripe"
                                        + " process is currently accessing it."));
            case 401 -> unauthenticated(null, "Invalid API Key provided.");
            default -> {
                String type = status >= 500 ? "api_error" : INVALID_REQUEST;
                yield new StripeFailure(
                        status, false, error(type, null, null, "An unknown error occurred (simulated fault)."));
            }
        };
    }

    static StripeFailure unexpected() {
        return new StripeFailure(500, true, error("api_error", null, null, "The simulator failed: see its output."));
    }

    StripeFailure with(String field, JsonNode value) {
        error.set(field, value);
        return this;
    }

    StripeFailure with(String field, String value) {
        error.put(field, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** Whether the execution had begun, so that the same key gets the same answer again. */
    boolean hasBegun() {
        return begun;
    }

    ObjectNode error() {
        return error;
    }

    public Answer answer() {
        return Answer.of(status, Json.object().set("error", Rendering.of(error)));
    }

    /** The same for whoever has only the publishable key: without what an intent tells the server alone. */
    Answer answerForBrowsers() {
        for (Kind kind : List.of(Kind.PAYMENT_INTENT, Kind.SETUP_INTENT)) {
            if (error.get(kind.objectName()) instanceof ObjectNode intent) {
                error.set(kind.objectName(), Rendering.forBrowsers(intent));
            }
        }
        return answer();
    }
}
