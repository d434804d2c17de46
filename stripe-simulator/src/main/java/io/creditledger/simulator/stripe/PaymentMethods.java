package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Cards: made, attached to customers, detached for ever. */
final class PaymentMethods {

    private static final String CARD = "_card";
    private static final String WORN_OUT = "_wornOut";
    private static final String SET_UP = "_setUp";

    private final Records records;

    PaymentMethods(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/payment_methods", this::create).openedToBrowsers(),
                Route.get("/v1/payment_methods", this::list),
                Route.get("/v1/payment_methods/{id}", this::get),
                Route.post("/v1/payment_methods/{id}", this::update),
                Route.post("/v1/payment_methods/{id}/attach", this::attach),
                Route.post("/v1/payment_methods/{id}/detach", this::detach));
    }

    private ObjectNode create(Call call) {
        return Rendering.of(make(CardDetails.in(call.parameters(), month())));
    }

    /** The card that parameters describe in full, or null if they do not. */
    @Nullable
    CardDetails described(Parameters parameters, String name) {
        Parameters data = parameters.group(name);
        return data == null ? null : CardDetails.in(data, month());
    }

    ObjectNode make(CardDetails details) {
        TestCard card = details.card();
        ObjectNode method = records.fresh(Kind.PAYMENT_METHOD)
                .put("allow_redisplay", details.allowRedisplay() == null ? "unspecified" : details.allowRedisplay())
                .put("type", "card")
                .putNull("customer")
                .put(CARD, card.name())
                .put(WORN_OUT, false)
                .put(SET_UP, false)
                .set(BillingDetails.FIELD, details.billingDetails())
                .set(Metadata.FIELD, details.metadata())
                .set("card", shown(details));
        records.save(Kind.PAYMENT_METHOD, method);
        return method;
    }

    private static ObjectNode shown(CardDetails details) {
        TestCard card = details.card();
        ObjectNode checks = Json.object()
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", details.withCvc() ? "unchecked" : null);
        ObjectNode networks = Json.object().putNull("preferred").set("available", Json.arrayOf(List.of(card.brand())));
        return Json.object()
                .put("brand", card.brand())
                .put("country", "US")
                .put("display_brand", card.brand().equals("amex") ? "american_express" : card.brand())
                .put("exp_month", details.expiry().getMonthValue())
                .put("exp_year", details.expiry().getYear())
                .put("fingerprint", fingerprint(card.number()))
                .put("funding", "credit")
                .putNull("generated_from")
                .put("last4", card.lastFour())
                .put("regulated_status", "unregulated")
                .putNull("wallet")
                .set("checks", checks)
                .set("networks", networks)
                .set("three_d_secure_usage", Json.object().put("supported", true));
    }

    private static String fingerprint(String number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The card of that name; the name of a test card makes a new one each time. */
    ObjectNode take(String id, String parameter) {
        return TestCard.withAlias(id)
                .map(card -> make(CardDetails.of(card, month())))
                .orElseGet(() -> records.named(Kind.PAYMENT_METHOD, id, parameter));
    }

    private ObjectNode addressed(Call call) {
        return TestCard.withAlias(call.id())
                .map(card -> make(CardDetails.of(card, month())))
                .orElseGet(() -> records.addressed(Kind.PAYMENT_METHOD, call.id()));
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(addressed(call));
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.PAYMENT_METHOD, parameters);
        var wanted = Filters.field(parameters, "customer").and(Filters.field(parameters, "type"));
        parameters.end();
        return records.list(listing, wanted.and(method -> Json.has(method, "customer")));
    }

    private ObjectNode update(Call call) {
        ObjectNode before = records.addressed(Kind.PAYMENT_METHOD, call.id());
        ObjectNode method = before.deepCopy();
        Parameters parameters = call.parameters();
        parameters.writeMetadata(method);
        BillingDetails.write(parameters, Json.objectOf(method, BillingDetails.FIELD));
        String allowRedisplay = parameters.choice("allow_redisplay", "always", "limited", "unspecified");
        if (allowRedisplay != null) {
            method.put("allow_redisplay", allowRedisplay);
        }
        Parameters card = parameters.group("card");
        if (card != null) {
            writeExpiry(method, card.integer("exp_month"), card.integer("exp_year"));
        }
        parameters.end();
        if (!Json.has(before, "customer")) {
            throw StripeFailure.conflict(
                    null, null, "You must save this PaymentMethod to a customer before you can update it.");
        }
        records.save(Kind.PAYMENT_METHOD, method);
        records.changed("payment_method.updated", before, method);
        return Rendering.of(method);
    }

    private static void writeExpiry(ObjectNode method, @Nullable Long month, @Nullable Long year) {
        ObjectNode card = Json.objectOf(method, "card");
        if (month != null && (month < 1 || month > 12)) {
            throw StripeFailure.card(Decline.INVALID_MONTH);
        }
        if (month != null) {
            card.put("exp_month", month.intValue());
        }
        if (year != null) {
            card.put("exp_year", year.intValue());
        }
    }

    /** The network tells a new expiry, as it does when a bank sends a new card. */
    ObjectNode renew(String id, YearMonth expiry) {
        ObjectNode before = records.addressed(Kind.PAYMENT_METHOD, id);
        ObjectNode method = before.deepCopy();
        writeExpiry(method, (long) expiry.getMonthValue(), (long) expiry.getYear());
        records.save(Kind.PAYMENT_METHOD, method);
        records.changed("payment_method.automatically_updated", before, method);
        return Rendering.of(method);
    }

    private ObjectNode attach(Call call) {
        String customer = call.parameters().requiredText("customer");
        call.parameters().end();
        records.named(Kind.CUSTOMER, customer, "customer");
        ObjectNode method = addressed(call);
        attachWithCheck(method, customer);
        return Rendering.of(method);
    }

    void attachWithCheck(ObjectNode method, String customer) {
        checkUsableBy(method, customer, "customer");
        Decline decline = savingDecline(method);
        if (decline != null) {
            throw StripeFailure.card(decline);
        }
        attach(method, customer);
    }

    void attach(ObjectNode method, String customer) {
        if (!Json.has(method, "customer")) {
            method.put("customer", customer);
            ObjectNode checks = Json.objectOf(Json.objectOf(method, "card"), "checks");
            if (Json.has(checks, "cvc_check")) {
                checks.put("cvc_check", "pass");
            }
            records.save(Kind.PAYMENT_METHOD, method);
            records.happened("payment_method.attached", method);
        }
    }

    private ObjectNode detach(Call call) {
        ObjectNode method = records.addressed(Kind.PAYMENT_METHOD, call.id());
        call.parameters().end();
        if (!Json.has(method, "customer")) {
            throw StripeFailure.conflict(
                    null,
                    null,
                    "The payment method you provided is not attached to a customer so detachment is impossible.");
        }
        detach(method);
        return Rendering.of(method);
    }

    void detach(ObjectNode method) {
        ObjectNode before = method.deepCopy();
        method.putNull("customer").put(WORN_OUT, true);
        records.save(Kind.PAYMENT_METHOD, method);
        records.changed("payment_method.detached", before, method);
    }

    List<ObjectNode> of(String customer) {
        return records.all(Kind.PAYMENT_METHOD, method -> customer.equals(Json.text(method, "customer")))
                .toList();
    }

    /** Refuses a card of somebody else, and one that was given away or used up. */
    void checkUsableBy(ObjectNode method, @Nullable String customer, String parameter) {
        if (Json.flag(method, WORN_OUT)) {
            throw StripeFailure.conflict(
                    "payment_method_unexpected_state",
                    parameter,
                    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment,"
                            + " or was detached from a Customer. It may not be used again. To use a PaymentMethod"
                            + " multiple times, you must attach it to a Customer first.");
        }
        String owner = Json.text(method, "customer");
        if (owner != null && !owner.equals(customer)) {
            String id = Json.textOf(method, "id");
            String message = customer == null
                    ? "The payment method " + id + " belongs to a Customer. Please include the Customer in the"
                            + " `customer` parameter."
                    : "The payment method " + id + " does not belong to the Customer you supplied.";
            throw StripeFailure.conflict(null, parameter, message);
        }
    }

    /** A card that is not kept for a customer serves once. */
    void wearOut(ObjectNode method) {
        if (!Json.has(method, "customer")) {
            method.put(WORN_OUT, true);
            records.save(Kind.PAYMENT_METHOD, method);
        }
    }

    /** From now on the bank lets charges pass for which the customer is not there. */
    void setUp(ObjectNode method) {
        method.put(SET_UP, true);
        records.save(Kind.PAYMENT_METHOD, method);
    }

    boolean needsAuthentication(ObjectNode method, boolean customerPresent) {
        return testCard(method).authentication().isNeeded(customerPresent, Json.flag(method, SET_UP));
    }

    @Nullable
    Decline chargeDecline(ObjectNode method) {
        return isExpired(method) ? Decline.EXPIRED : testCard(method).chargeDecline();
    }

    @Nullable
    Decline savingDecline(ObjectNode method) {
        return isExpired(method) ? Decline.EXPIRED : testCard(method).savingDecline();
    }

    private boolean isExpired(ObjectNode method) {
        ObjectNode card = Json.objectOf(method, "card");
        return YearMonth.of((int) Json.number(card, "exp_year"), (int) Json.number(card, "exp_month"))
                .isBefore(month());
    }

    static TestCard testCard(ObjectNode method) {
        return TestCard.valueOf(Json.textOf(method, CARD));
    }

    private YearMonth month() {
        return CardDetails.monthOf(records.time().now());
    }
}
