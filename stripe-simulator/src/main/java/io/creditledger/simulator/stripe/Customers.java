package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Those who pay. */
final class Customers {

    private static final String DEFAULT_CARD = "default_payment_method";

    private final Records records;
    private final PaymentMethods paymentMethods;

    Customers(Records records, PaymentMethods paymentMethods) {
        this.records = records;
        this.paymentMethods = paymentMethods;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/customers", this::create),
                Route.get("/v1/customers", this::list),
                Route.get("/v1/customers/{id}", this::get),
                Route.post("/v1/customers/{id}", this::update),
                Route.delete("/v1/customers/{id}", call -> {
                    call.parameters().end();
                    return delete(call.id());
                }),
                Route.get("/v1/customers/{id}/payment_methods", this::cards),
                Route.get("/v1/customers/{id}/payment_methods/{card}", this::card));
    }

    private ObjectNode create(Call call) {
        ObjectNode customer = records.fresh(Kind.CUSTOMER)
                .putNull("address")
                .put("balance", 0)
                .putNull("currency")
                .putNull("default_source")
                .put("delinquent", false)
                .putNull("description")
                .putNull("discount")
                .putNull("email")
                .putNull("name")
                .putNull("phone")
                .putNull("shipping")
                .put("tax_exempt", "none")
                .put("next_invoice_sequence", 1)
                .put("invoice_prefix", "SIMULATED")
                .set("preferred_locales", Json.array())
                .set("invoice_settings", Json.object().putNull(DEFAULT_CARD));
        String defaultCard = write(call.parameters(), customer);
        String firstCard = call.parameters().text("payment_method");
        call.parameters().end();
        ObjectNode attached = firstCard == null ? null : paymentMethods.take(firstCard, "payment_method");
        records.save(Kind.CUSTOMER, customer);
        records.happened("customer.created", customer);
        if (attached != null) {
            paymentMethods.attachWithCheck(attached, Json.textOf(customer, "id"));
        }
        if (defaultCard != null) {
            setDefaultCard(customer, defaultCard);
            records.save(Kind.CUSTOMER, customer);
        }
        return Rendering.of(customer);
    }

    private ObjectNode update(Call call) {
        ObjectNode before = existing(call.id());
        ObjectNode customer = before.deepCopy();
        String defaultCard = write(call.parameters(), customer);
        call.parameters().end();
        if (defaultCard != null) {
            setDefaultCard(customer, defaultCard);
        }
        records.save(Kind.CUSTOMER, customer);
        records.changed("customer.updated", before, customer);
        return Rendering.of(customer);
    }

    /** Writes what was given, except the default card, which it only tells: the rest must be in order first. */
    private static @Nullable String write(Parameters parameters, ObjectNode customer) {
        parameters.writeAll(customer, "description", "email", "name", "phone");
        parameters.writeMetadata(customer);
        Parameters address = parameters.group("address");
        if (address != null) {
            ObjectNode written = Json.object();
            address.writeAll(written, "city", "country", "line1", "line2", "postal_code", "state");
            customer.set("address", written);
        }
        List<String> locales = parameters.list("preferred_locales");
        if (!locales.isEmpty()) {
            customer.set("preferred_locales", Json.arrayOf(locales));
        }
        Parameters settings = parameters.group("invoice_settings");
        if (settings == null || !settings.has(DEFAULT_CARD)) {
            return null;
        }
        ObjectNode given = Json.object();
        settings.write(DEFAULT_CARD, given);
        String card = Json.text(given, DEFAULT_CARD);
        return card == null ? "" : card;
    }

    private void setDefaultCard(ObjectNode customer, String card) {
        ObjectNode settings = Json.objectOf(customer, "invoice_settings");
        if (card.isEmpty()) {
            settings.putNull(DEFAULT_CARD);
            return;
        }
        String parameter = "invoice_settings[" + DEFAULT_CARD + "]";
        ObjectNode method = records.named(Kind.PAYMENT_METHOD, card, parameter);
        String id = Json.textOf(customer, "id");
        if (!id.equals(Json.text(method, "customer"))) {
            throw StripeFailure.conflict(
                    null,
                    parameter,
                    "The customer does not have a payment method with the ID " + card
                            + ". The payment method must be attached to the customer.");
        }
        settings.put(DEFAULT_CARD, card);
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(records.addressed(Kind.CUSTOMER, call.id()));
    }

    /** Deletes the customer and detaches the cards, for good. */
    ObjectNode delete(String id) {
        ObjectNode customer = existing(id);
        paymentMethods.of(id).forEach(paymentMethods::detach);
        ObjectNode deleted = Json.object()
                .put("id", id)
                .put("object", Kind.CUSTOMER.objectName())
                .put("deleted", true)
                .put("_created", Json.number(customer, "created"));
        records.save(Kind.CUSTOMER, deleted);
        records.happened("customer.deleted", customer);
        return Rendering.of(deleted);
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.CUSTOMER, parameters);
        var wanted = Filters.field(parameters, "email").and(Filters.created(parameters));
        parameters.end();
        return records.list(listing, wanted.and(customer -> !Json.flag(customer, "deleted")));
    }

    private ObjectNode cards(Call call) {
        existing(call.id());
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.PAYMENT_METHOD, parameters);
        var wanted = Filters.field(parameters, "type").and(Filters.field(parameters, "allow_redisplay"));
        parameters.end();
        return records.list(
                listing,
                wanted.and(card -> call.id().equals(Json.text(card, "customer"))),
                "/v1/customers/" + call.id() + "/payment_methods");
    }

    private ObjectNode card(Call call) {
        existing(call.id());
        call.parameters().end();
        String id = call.variable("card");
        ObjectNode card = records.addressed(Kind.PAYMENT_METHOD, id);
        if (!call.id().equals(Json.text(card, "customer"))) {
            throw StripeFailure.notFound(Kind.PAYMENT_METHOD, id);
        }
        return Rendering.of(card);
    }

    private ObjectNode existing(String id) {
        ObjectNode customer = records.addressed(Kind.CUSTOMER, id);
        if (Json.flag(customer, "deleted")) {
            throw StripeFailure.notFound(Kind.CUSTOMER, id);
        }
        return customer;
    }
}
