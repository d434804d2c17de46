package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Identifiers;
import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Cards that are to be saved without a payment. */
final class SetupIntents {

    private static final String UNEXPECTED_STATE = "setup_intent_unexpected_state";
    private static final Set<String> OPEN =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private final Records records;
    private final PaymentMethods methods;
    private final Challenges challenges;

    SetupIntents(Records records, PaymentMethods methods, Challenges challenges) {
        this.records = records;
        this.methods = methods;
        this.challenges = challenges;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/setup_intents", this::create),
                Route.get("/v1/setup_intents", this::list),
                Route.get("/v1/setup_intents/{id}", this::get).openedToBrowsers(),
                Route.post("/v1/setup_intents/{id}", this::update),
                Route.post("/v1/setup_intents/{id}/confirm", this::confirm).openedToBrowsers(),
                Route.post("/v1/setup_intents/{id}/cancel", this::cancel));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        ObjectNode intent = blank();
        parameters.writeAll(intent, "customer", "description");
        parameters.writeMetadata(intent);
        String usage = parameters.choice("usage", "off_session", "on_session");
        intent.put("usage", usage == null ? "off_session" : usage);
        MethodTypes.write(parameters, intent);
        boolean confirm = parameters.isTrue("confirm");
        Confirmation.refuseWithoutConfirm(parameters, confirm, "return_url", "confirmation_token");
        Confirmation confirmation = Confirmation.ofSetup(parameters, false);
        MethodChoice choice = MethodChoice.in(parameters, methods);
        parameters.end();
        checkCustomer(intent);
        if (confirm) {
            MethodTypes.requireReturnUrl(intent, confirmation.returnUrl());
        }
        choose(intent, choice);
        if (confirm) {
            requireMethod(intent);
        }
        records.save(Kind.SETUP_INTENT, intent);
        records.happened("setup_intent.created", intent);
        return confirm ? attempt(intent, confirmation, call) : shown(intent, call);
    }

    private ObjectNode blank() {
        ObjectNode intent = records.fresh(Kind.SETUP_INTENT);
        String id = Json.textOf(intent, "id");
        ObjectNode options = Json.object()
                .set(
                        "card",
                        Json.object()
                                .putNull("mandate_options")
                                .putNull("network")
                                .put("request_three_d_secure", "automatic"));
        return intent.putNull("application")
                .putNull("cancellation_reason")
                .put("client_secret", id + "_secret_" + Identifiers.next(""))
                .putNull("customer")
                .putNull("description")
                .putNull("flow_directions")
                .putNull("last_setup_error")
                .putNull("latest_attempt")
                .putNull("mandate")
                .putNull("next_action")
                .putNull("on_behalf_of")
                .putNull("payment_method")
                .putNull("payment_method_configuration_details")
                .putNull("single_use_mandate")
                .put("status", "requires_payment_method")
                .set("payment_method_options", options);
    }

    private void checkCustomer(ObjectNode intent) {
        String customer = Json.text(intent, "customer");
        if (customer != null) {
            records.named(Kind.CUSTOMER, customer, "customer");
        }
    }

    private void choose(ObjectNode intent, MethodChoice choice) {
        ObjectNode method = choice.take(methods, records, Json.text(intent, "customer"));
        if (method != null) {
            intent.put("payment_method", Json.text(method, "id")).put("status", "requires_confirmation");
        }
    }

    private static void requireMethod(ObjectNode intent) {
        if (!Json.has(intent, "payment_method")) {
            throw StripeFailure.conflict(
                            UNEXPECTED_STATE,
                            null,
                            "You cannot confirm this SetupIntent because it's missing a payment method. Update the"
                                    + " SetupIntent with a payment method and then confirm it again.")
                    .with(Kind.SETUP_INTENT.objectName(), intent);
        }
    }

    private ObjectNode update(Call call) {
        ObjectNode before = records.addressed(Kind.SETUP_INTENT, call.id());
        ObjectNode intent = before.deepCopy();
        Parameters parameters = call.parameters();
        parameters.writeAll(intent, "customer", "description");
        parameters.writeMetadata(intent);
        if (parameters.has("payment_method_types")) {
            MethodTypes.write(parameters, intent);
        }
        MethodChoice choice = MethodChoice.in(parameters, methods);
        parameters.end();
        requireOpen(before, "update");
        checkCustomer(intent);
        choose(intent, choice);
        records.save(Kind.SETUP_INTENT, intent);
        return shown(intent, call);
    }

    private ObjectNode get(Call call) {
        call.parameters().text("client_secret");
        call.parameters().end();
        return shown(records.addressed(Kind.SETUP_INTENT, call.id()), call);
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.SETUP_INTENT, parameters);
        var wanted = Filters.field(parameters, "customer")
                .and(Filters.field(parameters, "payment_method"))
                .and(Filters.created(parameters));
        parameters.end();
        return records.list(listing, wanted);
    }

    private ObjectNode confirm(Call call) {
        ObjectNode before = records.addressed(Kind.SETUP_INTENT, call.id());
        ObjectNode intent = before.deepCopy();
        Parameters parameters = call.parameters();
        parameters.text("client_secret");
        Confirmation confirmation = Confirmation.ofSetup(parameters, call.fromBrowser());
        MethodChoice choice = MethodChoice.in(parameters, methods);
        parameters.end();
        requireOpen(before, "confirm");
        if (!call.fromBrowser()) {
            MethodTypes.requireReturnUrl(intent, confirmation.returnUrl());
        }
        choose(intent, choice);
        requireMethod(intent);
        return attempt(intent, confirmation, call);
    }

    private ObjectNode attempt(ObjectNode intent, Confirmation confirmation, Call call) {
        ObjectNode method = methodOf(intent);
        methods.checkUsableBy(method, Json.text(intent, "customer"), "payment_method");
        challenges.forget(intent);
        intent.put("latest_attempt", Identifiers.next("setatt_"));
        Decline decline = methods.savingDecline(method);
        if (decline != null) {
            return refuse(intent, method, decline, call);
        }
        if (methods.needsAuthentication(method, confirmation.customerPresent())) {
            challenges.ask(intent, confirmation);
            records.save(Kind.SETUP_INTENT, intent);
            records.happened("setup_intent.requires_action", intent);
        } else {
            succeed(intent, method);
        }
        return shown(intent, call);
    }

    private ObjectNode methodOf(ObjectNode intent) {
        return records.named(Kind.PAYMENT_METHOD, Json.textOf(intent, "payment_method"), "payment_method");
    }

    private void succeed(ObjectNode intent, ObjectNode method) {
        String customer = Json.text(intent, "customer");
        if (customer != null) {
            methods.attach(method, customer);
        }
        if ("off_session".equals(Json.text(intent, "usage"))) {
            methods.setUp(method);
        }
        intent.put("status", "succeeded").putNull("last_setup_error");
        records.save(Kind.SETUP_INTENT, intent);
        records.happened("setup_intent.succeeded", intent);
    }

    private ObjectNode refuse(ObjectNode intent, ObjectNode method, Decline decline, Call call) {
        ObjectNode shownMethod = Rendering.of(method);
        failed(
                intent,
                StripeFailure.card(decline).with("payment_method", shownMethod).error());
        throw StripeFailure.card(decline)
                .with("payment_method", shownMethod)
                .with(Kind.SETUP_INTENT.objectName(), shown(intent, call));
    }

    private void failed(ObjectNode intent, ObjectNode error) {
        intent.put("status", "requires_payment_method")
                .putNull("payment_method")
                .set("last_setup_error", error);
        records.save(Kind.SETUP_INTENT, intent);
        records.happened("setup_intent.setup_failed", intent);
    }

    /** The customer has answered the bank, or failed to. */
    ObjectNode finishAuthentication(String id, boolean succeeded) {
        ObjectNode intent = records.addressed(Kind.SETUP_INTENT, id);
        if (!Json.textOf(intent, "status").equals("requires_action")) {
            throw StripeFailure.conflict(UNEXPECTED_STATE, null, "This SetupIntent awaits no authentication.");
        }
        ObjectNode method = methodOf(intent);
        challenges.forget(intent);
        if (succeeded) {
            succeed(intent, method);
        } else {
            failed(
                    intent,
                    StripeFailure.conflict(
                                    "setup_intent_authentication_failure",
                                    null,
                                    "We are unable to authenticate your payment method. Please choose a different"
                                            + " payment method and try again.")
                            .with("payment_method", Rendering.of(method))
                            .error());
        }
        return Rendering.of(intent);
    }

    private ObjectNode cancel(Call call) {
        ObjectNode intent = records.addressed(Kind.SETUP_INTENT, call.id());
        @Nullable
        String reason =
                call.parameters().choice("cancellation_reason", "abandoned", "requested_by_customer", "duplicate");
        call.parameters().end();
        requireOpen(intent, "cancel");
        challenges.forget(intent);
        intent.put("status", "canceled").put("cancellation_reason", reason);
        records.save(Kind.SETUP_INTENT, intent);
        records.happened("setup_intent.canceled", intent);
        return shown(intent, call);
    }

    private static void requireOpen(ObjectNode intent, String verb) {
        String status = Json.textOf(intent, "status");
        if (!OPEN.contains(status)) {
            throw StripeFailure.conflict(
                            UNEXPECTED_STATE,
                            null,
                            "You cannot " + verb + " this SetupIntent because it has a status of " + status + ".")
                    .with(Kind.SETUP_INTENT.objectName(), intent);
        }
    }

    private static ObjectNode shown(ObjectNode intent, Call call) {
        return call.fromBrowser() ? Rendering.forBrowsers(intent) : Rendering.of(intent);
    }
}
