package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Identifiers;
import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Payments, from the wish for money to the money. */
final class PaymentIntents {

    private static final long MIN_AMOUNT = 50;
    private static final long MAX_AMOUNT = 99_999_999;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";
    private static final Set<String> OPEN =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private final Records records;
    private final PaymentMethods methods;
    private final Charges charges;
    private final Consequences consequences;
    private final Challenges challenges;

    PaymentIntents(
            Records records,
            PaymentMethods methods,
            Charges charges,
            Consequences consequences,
            Challenges challenges) {
        this.records = records;
        this.methods = methods;
        this.charges = charges;
        this.consequences = consequences;
        this.challenges = challenges;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/payment_intents", this::create),
                Route.get("/v1/payment_intents", this::list),
                Route.get("/v1/payment_intents/{id}", this::get).openedToBrowsers(),
                Route.post("/v1/payment_intents/{id}", this::update),
                Route.post("/v1/payment_intents/{id}/confirm", this::confirm).openedToBrowsers(),
                Route.post("/v1/payment_intents/{id}/cancel", this::cancel));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        ObjectNode intent = blank();
        checkPresent(parameters);
        writeTerms(parameters, intent);
        parameters.write("customer", intent);
        MethodTypes.write(parameters, intent);
        parameters.choice("capture_method", "automatic", "automatic_async");
        parameters.choice("confirmation_method", "automatic");
        boolean confirm = parameters.isTrue("confirm");
        Confirmation.refuseWithoutConfirm(
                parameters, confirm, "off_session", "error_on_requires_action", "return_url", "confirmation_token");
        Confirmation confirmation = Confirmation.ofPayment(parameters, false);
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
        records.save(Kind.PAYMENT_INTENT, intent);
        records.happened("payment_intent.created", intent);
        return confirm ? attempt(intent, confirmation, call) : shown(intent, call);
    }

    private ObjectNode blank() {
        ObjectNode intent = records.fresh(Kind.PAYMENT_INTENT);
        String id = Json.textOf(intent, "id");
        return intent.put("amount_capturable", 0)
                .put("amount_received", 0)
                .putNull("application")
                .putNull("application_fee_amount")
                .putNull("canceled_at")
                .putNull("cancellation_reason")
                .put("capture_method", "automatic_async")
                .put("client_secret", id + "_secret_" + Identifiers.next(""))
                .put("confirmation_method", "automatic")
                .putNull("customer")
                .putNull("description")
                .putNull("last_payment_error")
                .putNull("latest_charge")
                .putNull("next_action")
                .putNull("on_behalf_of")
                .putNull("payment_method")
                .putNull("payment_method_configuration_details")
                .putNull("processing")
                .putNull("receipt_email")
                .putNull("review")
                .putNull("setup_future_usage")
                .putNull("shipping")
                .putNull("source")
                .putNull("statement_descriptor")
                .putNull("statement_descriptor_suffix")
                .put("status", "requires_payment_method")
                .putNull("transfer_data")
                .putNull("transfer_group")
                .set("amount_details", Json.object().set("tip", Json.object()))
                .set("payment_method_options", cardOptions());
    }

    private static ObjectNode cardOptions() {
        ObjectNode card = Json.object()
                .putNull("installments")
                .putNull("mandate_options")
                .putNull("network")
                .put("request_three_d_secure", "automatic");
        return Json.object().set("card", card);
    }

    private static void checkPresent(Parameters parameters) {
        for (String name : List.of("amount", "currency")) {
            if (!parameters.has(name)) {
                throw StripeFailure.missing(name);
            }
        }
    }

    /** What may still change until somebody has paid. */
    private static void writeTerms(Parameters parameters, ObjectNode intent) {
        String currency = parameters.text("currency");
        if (currency != null) {
            intent.put("currency", checkedCurrency(currency));
        }
        Long amount = parameters.integer("amount");
        if (amount != null) {
            intent.put("amount", checkedAmount(amount, Json.textOf(intent, "currency")));
        }
        parameters.writeMetadata(intent);
        parameters.writeAll(intent, "description", "receipt_email", "statement_descriptor_suffix");
        parameters.write("setup_future_usage", intent);
        String usage = Json.text(intent, "setup_future_usage");
        if (usage != null) {
            parameters.choice("setup_future_usage", "off_session", "on_session");
        }
    }

    private static String checkedCurrency(String currency) {
        String lower = currency.toLowerCase(Locale.ROOT);
        if (!CURRENCIES.contains(lower)) {
            throw StripeFailure.invalid("parameter_invalid_enum", "currency", "Invalid currency: " + currency + ".");
        }
        return lower;
    }

    private static long checkedAmount(long amount, String currency) {
        if (amount < 1) {
            throw StripeFailure.invalid(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        if (amount < MIN_AMOUNT) {
            throw StripeFailure.invalid(
                    "amount_too_small",
                    "amount",
                    "Amount must be at least " + MIN_AMOUNT + " " + currency + " (minor units)");
        }
        if (amount > MAX_AMOUNT) {
            throw StripeFailure.invalid(
                    "amount_too_large",
                    "amount",
                    "Amount must be no more than " + MAX_AMOUNT + " " + currency + " (minor units)");
        }
        return amount;
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
                            "You cannot confirm this PaymentIntent because it's missing a payment method. You can either"
                                    + " update the PaymentIntent with a payment method and then confirm it again, or"
                                    + " confirm it again directly with a payment method or ConfirmationToken.")
                    .with(Kind.PAYMENT_INTENT.objectName(), intent);
        }
    }

    private ObjectNode update(Call call) {
        ObjectNode before = records.addressed(Kind.PAYMENT_INTENT, call.id());
        ObjectNode intent = before.deepCopy();
        Parameters parameters = call.parameters();
        boolean termsChange = parameters.has("amount")
                || parameters.has("currency")
                || parameters.has("setup_future_usage")
                || parameters.has("payment_method")
                || parameters.has("payment_method_data")
                || parameters.has("customer");
        writeTerms(parameters, intent);
        parameters.write("customer", intent);
        if (parameters.has("payment_method_types")) {
            MethodTypes.write(parameters, intent);
        }
        MethodChoice choice = MethodChoice.in(parameters, methods);
        parameters.end();
        if (termsChange) {
            requireOpen(before, "update");
        }
        checkCustomer(intent);
        choose(intent, choice);
        if (termsChange && Json.textOf(before, "status").equals("requires_action")) {
            backToConfirmation(intent);
        }
        records.save(Kind.PAYMENT_INTENT, intent);
        return shown(intent, call);
    }

    private void backToConfirmation(ObjectNode intent) {
        challenges.forget(intent);
        intent.put("status", "requires_confirmation");
    }

    private ObjectNode get(Call call) {
        call.parameters().text("client_secret");
        call.parameters().end();
        return shown(records.addressed(Kind.PAYMENT_INTENT, call.id()), call);
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.PAYMENT_INTENT, parameters);
        var wanted = Filters.field(parameters, "customer").and(Filters.created(parameters));
        parameters.end();
        return records.list(listing, wanted);
    }

    private ObjectNode confirm(Call call) {
        ObjectNode before = records.addressed(Kind.PAYMENT_INTENT, call.id());
        ObjectNode intent = before.deepCopy();
        Parameters parameters = call.parameters();
        parameters.text("client_secret");
        parameters.write("setup_future_usage", intent);
        parameters.choice("setup_future_usage", "off_session", "on_session");
        parameters.write("receipt_email", intent);
        Confirmation confirmation = Confirmation.ofPayment(parameters, call.fromBrowser());
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
        Decline decline = tryPayment(intent, method, confirmation);
        records.save(Kind.PAYMENT_INTENT, intent);
        if (decline == null) {
            return shown(intent, call);
        }
        ObjectNode error = Json.objectOf(intent, "last_payment_error");
        throw StripeFailure.card(decline)
                .with("charge", Json.textOf(error, "charge"))
                .with("payment_method", error.get("payment_method"))
                .with(Kind.PAYMENT_INTENT.objectName(), shown(intent, call));
    }

    private ObjectNode methodOf(ObjectNode intent) {
        return records.named(Kind.PAYMENT_METHOD, Json.textOf(intent, "payment_method"), "payment_method");
    }

    private @Nullable Decline tryPayment(ObjectNode intent, ObjectNode method, Confirmation confirmation) {
        challenges.forget(intent);
        boolean needed = methods.needsAuthentication(method, confirmation.customerPresent());
        if (needed && (!confirmation.customerPresent() || confirmation.errorOnAction())) {
            return decline(intent, method, Decline.AUTHENTICATION_REQUIRED, false);
        }
        if (needed) {
            challenges.ask(intent, confirmation);
            records.save(Kind.PAYMENT_INTENT, intent);
            records.happened("payment_intent.requires_action", intent);
            return null;
        }
        return charge(intent, method, false);
    }

    private @Nullable Decline charge(ObjectNode intent, ObjectNode method, boolean authenticated) {
        Decline decline = methods.chargeDecline(method);
        if (decline != null) {
            return decline(intent, method, decline, authenticated);
        }
        keep(intent, method);
        ObjectNode charge = charges.succeeded(intent, method, authenticated);
        intent.put("amount_received", Json.number(intent, "amount"))
                .putNull("last_payment_error")
                .put("latest_charge", Json.text(charge, "id"))
                .put("status", "succeeded");
        records.save(Kind.PAYMENT_INTENT, intent);
        records.happened("payment_intent.succeeded", intent);
        consequences.follow(charge, PaymentMethods.testCard(method).aftermath());
        return null;
    }

    /** Keeps the card for the customer if that was wanted. */
    private void keep(ObjectNode intent, ObjectNode method) {
        String customer = Json.text(intent, "customer");
        String usage = Json.text(intent, "setup_future_usage");
        if (customer != null && usage != null) {
            methods.attach(method, customer);
        }
        if ("off_session".equals(usage)) {
            methods.setUp(method);
        }
        methods.wearOut(method);
    }

    private Decline decline(ObjectNode intent, ObjectNode method, Decline decline, boolean authenticated) {
        ObjectNode charge = charges.failed(intent, method, decline, authenticated);
        ObjectNode error = StripeFailure.card(decline)
                .with("charge", Json.textOf(charge, "id"))
                .with("payment_method", Rendering.of(method))
                .error();
        intent.put("latest_charge", Json.text(charge, "id"));
        failed(intent, error);
        return decline;
    }

    private void failed(ObjectNode intent, ObjectNode error) {
        intent.put("status", "requires_payment_method")
                .putNull("payment_method")
                .set("last_payment_error", error);
        records.save(Kind.PAYMENT_INTENT, intent);
        records.happened("payment_intent.payment_failed", intent);
    }

    /** The customer has answered the bank, or failed to. */
    ObjectNode finishAuthentication(String id, boolean succeeded) {
        ObjectNode intent = records.addressed(Kind.PAYMENT_INTENT, id);
        if (!Json.textOf(intent, "status").equals("requires_action")) {
            throw StripeFailure.conflict(UNEXPECTED_STATE, null, "This PaymentIntent awaits no authentication.");
        }
        ObjectNode method = methodOf(intent);
        challenges.forget(intent);
        if (succeeded) {
            charge(intent, method, true);
        } else {
            ObjectNode error = StripeFailure.conflict(
                            "payment_intent_authentication_failure",
                            null,
                            "We are unable to authenticate your payment method. Please choose a different payment"
                                    + " method and try again.")
                    .with("payment_method", Rendering.of(method))
                    .error();
            failed(intent, error);
        }
        return Rendering.of(intent);
    }

    private ObjectNode cancel(Call call) {
        ObjectNode intent = records.addressed(Kind.PAYMENT_INTENT, call.id());
        String reason = call.parameters()
                .choice("cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned");
        call.parameters().end();
        requireOpen(intent, "cancel");
        challenges.forget(intent);
        intent.put("status", "canceled").put("canceled_at", records.now()).put("cancellation_reason", reason);
        records.save(Kind.PAYMENT_INTENT, intent);
        records.happened("payment_intent.canceled", intent);
        return shown(intent, call);
    }

    private static void requireOpen(ObjectNode intent, String verb) {
        String status = Json.textOf(intent, "status");
        if (!OPEN.contains(status)) {
            String done = verb.equals("cancel") ? "canceled" : verb.equals("confirm") ? "confirmed" : "updated so";
            throw StripeFailure.conflict(
                            UNEXPECTED_STATE,
                            null,
                            "You cannot " + verb + " this PaymentIntent because it has a status of " + status
                                    + ". Only a PaymentIntent with one of the following statuses may be " + done
                                    + ": requires_payment_method, requires_confirmation, requires_action.")
                    .with(Kind.PAYMENT_INTENT.objectName(), intent);
        }
    }

    private static ObjectNode shown(ObjectNode intent, Call call) {
        return call.fromBrowser() ? Rendering.forBrowsers(intent) : Rendering.of(intent);
    }
}
