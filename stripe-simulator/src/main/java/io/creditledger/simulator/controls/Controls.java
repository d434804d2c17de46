package io.creditledger.simulator.controls;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.SimulatedTime;
import io.creditledger.simulator.state.Store;
import io.creditledger.simulator.stripe.Dashboard;
import io.creditledger.simulator.stripe.Faults;
import io.creditledger.simulator.stripe.RateLimit;
import io.creditledger.simulator.stripe.StripeFailure;
import io.creditledger.simulator.webhooks.Deliveries;
import io.creditledger.simulator.webhooks.DeliveryMode;
import io.creditledger.simulator.webhooks.Forgeries;
import io.creditledger.simulator.webhooks.Forgeries.Forgery;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses below {@code /_simulator}, in JSON and without a key. */
public final class Controls {

    private static final int MAX_TIMES = 1_000_000;
    private static final int MAX_MILLIS = 600_000;
    private static final int MAX_DUPLICATES = 100;
    private static final long MAX_SECONDS = Duration.ofDays(3_650).toSeconds();
    private static final String OUTCOME = "outcome";
    private static final String SUCCEED = "succeed";

    private final Store store;
    private final SimulatedTime time;
    private final Dashboard dashboard;
    private final Deliveries deliveries;
    private final Forgeries forgeries;
    private final Faults faults;
    private final RateLimit rateLimit;

    public Controls(
            Store store,
            SimulatedTime time,
            Dashboard dashboard,
            Deliveries deliveries,
            Faults faults,
            RateLimit rateLimit) {
        this.store = store;
        this.time = time;
        this.dashboard = dashboard;
        this.deliveries = deliveries;
        this.forgeries = new Forgeries(deliveries, time);
        this.faults = faults;
        this.rateLimit = rateLimit;
    }

    /** Does what is asked for at an address that begins after {@code /_simulator/}. */
    public ObjectNode handle(String method, String address, String content) {
        ControlBody body = ControlBody.parse(content);
        try {
            return route(method, address.split("/", -1), body);
        } catch (StripeFailure refused) {
            throw new ControlProblem(refused.status() == 404 ? 404 : 409, String.valueOf(refused.getMessage()));
        }
    }

    private ObjectNode route(String method, String[] path, ControlBody body) {
        String last = path[path.length - 1];
        String pattern = method + " " + pattern(path);
        return switch (pattern) {
            case "GET health" -> Json.object().put("status", "up");
            case "GET state" -> state();
            case "DELETE data" -> forgetEverything();
            case "POST authenticate/*" -> authenticate(last, body);
            case "GET webhooks" -> deliveries.mode().json();
            case "PUT webhooks" -> setWebhooks(body);
            case "POST webhooks/flush" -> flush(body);
            case "POST webhooks/forge" -> forge(body);
            case "POST webhooks/resend" -> resend(body);
            case "PUT faults" -> setFaults(body);
            case "PUT clock" -> advanceClock(body);
            case "PUT rate-limit" -> limitRate(body);
            case "POST disputes" -> dispute(body);
            case "POST disputes/*/close" -> closeDispute(path[1], body);
            case "POST disputes/*/withdraw-funds" -> withdrawFunds(path[1], body);
            case "POST refunds" -> refund(body);
            case "POST refunds/*/complete" -> completeRefund(path[1], body);
            case "POST payment-methods/*/renew" -> renewCard(path[1], body);
            case "POST payment-methods/*/detach" -> detachCard(path[1], body);
            case "POST customers/*/delete" -> deleteCustomer(path[1], body);
            default ->
                throw new ControlProblem(404, "There is no control " + method + " " + String.join("/", path) + ".");
        };
    }

    /** The address with a star where an identifier stands. */
    private static String pattern(String[] path) {
        boolean identified = path.length > 1 && !path[0].equals("webhooks");
        if (!identified) {
            return String.join("/", path);
        }
        String[] pattern = path.clone();
        pattern[1] = "*";
        return String.join("/", pattern);
    }

    private ObjectNode authenticate(String intent, ControlBody body) {
        boolean succeeds = body.requiredChoice(OUTCOME, SUCCEED, "fail").equals(SUCCEED);
        body.end();
        return dashboard.authenticate(intent, succeeds);
    }

    private ObjectNode setWebhooks(ControlBody body) {
        DeliveryMode old = deliveries.mode();
        DeliveryMode mode = new DeliveryMode(
                body.flag("deliver", old.deliver()),
                body.number("duplicates", 0, MAX_DUPLICATES, old.duplicates()),
                body.number("delayMillis", 0, MAX_MILLIS, old.delayMillis()),
                body.flag("shuffle", old.shuffle()));
        body.end();
        deliveries.setMode(mode);
        return mode.json();
    }

    private ObjectNode flush(ControlBody body) {
        boolean shuffle = body.flag("shuffle", false);
        Long seed = body.number("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        body.end();
        int accepted = deliveries.flush(shuffle, seed);
        return Json.object().put("accepted", accepted).put("waiting", deliveries.waiting());
    }

    private ObjectNode forge(ControlBody body) {
        String[] kinds = Arrays.stream(Forgery.values()).map(Forgery::label).toArray(String[]::new);
        Forgery forgery = Forgery.valueOf(body.requiredChoice("kind", kinds).toUpperCase(Locale.ROOT));
        String eventId = body.text("eventId");
        body.end();
        try {
            return forgeries.send(forgery, event(eventId));
        } catch (IllegalStateException nobody) {
            throw new ControlProblem(409, "There is no receiver of webhooks.");
        }
    }

    private ObjectNode event(@Nullable String id) {
        ObjectNode event = store.alone(
                () -> id == null ? store.newestFirst(Kind.EVENT).findFirst().orElse(null) : store.find(Kind.EVENT, id));
        if (event == null) {
            throw new ControlProblem(404, "There is no such event.");
        }
        return event;
    }

    private ObjectNode resend(ControlBody body) {
        String eventId = body.text("eventId");
        boolean all = body.flag("all", false);
        body.end();
        if (all == (eventId != null)) {
            throw new ControlProblem(400, "Either eventId or all is required.");
        }
        if (eventId != null) {
            event(eventId);
        }
        int resent = deliveries.resend(event -> all || Json.textOf(event, "id").equals(eventId));
        return Json.object().put("resent", resent);
    }

    private ObjectNode setFaults(ControlBody body) {
        int times = body.number("times", 0, MAX_TIMES, 1);
        Long status = body.number("status", 400, 599);
        Faults.Fault fault = new Faults.Fault(
                status == null ? null : status.intValue(),
                body.flag("afterEffect", false),
                body.flag("dropAfterEffect", false),
                body.number("delayMillis", 0, MAX_MILLIS, 0),
                body.text("method"),
                body.text("path"));
        body.end();
        faults.set(fault, times);
        return Json.object().put("times", times);
    }

    private ObjectNode advanceClock(ControlBody body) {
        time.advance(Duration.ofSeconds(body.requiredNumber("advanceSeconds", 0, MAX_SECONDS)));
        body.end();
        return Json.object()
                .put("advancedSeconds", time.advancedSeconds())
                .put("now", time.now().toString());
    }

    private ObjectNode limitRate(ControlBody body) {
        Long perSecond = body.number("perSecond", 0, MAX_TIMES);
        body.end();
        rateLimit.set(perSecond == null ? null : perSecond.intValue());
        return Json.object().put("perSecond", perSecond);
    }

    private ObjectNode dispute(ControlBody body) {
        String intent = body.requiredText("paymentIntent");
        String reason = body.text("reason");
        Long amount = body.number("amount", 1, Long.MAX_VALUE);
        boolean inquiry = body.flag("inquiry", false);
        boolean withdraw = body.flag("withdrawFunds", true);
        body.end();
        return dashboard.dispute(intent, amount, reason == null ? "fraudulent" : reason, inquiry, withdraw);
    }

    private ObjectNode closeDispute(String dispute, ControlBody body) {
        String outcome = body.requiredChoice(OUTCOME, "won", "lost", "warning_closed", "prevented");
        body.end();
        return dashboard.closeDispute(dispute, outcome);
    }

    private ObjectNode withdrawFunds(String dispute, ControlBody body) {
        body.end();
        return dashboard.withdrawFunds(dispute);
    }

    private ObjectNode refund(ControlBody body) {
        String intent = body.requiredText("paymentIntent");
        Long amount = body.number("amount", 1, Long.MAX_VALUE);
        String outcome = body.choice(OUTCOME, "succeeded", "pending", "failed");
        body.end();
        return dashboard.refund(intent, amount, outcome);
    }

    private ObjectNode completeRefund(String refund, ControlBody body) {
        boolean succeeds = body.requiredChoice(OUTCOME, SUCCEED, "fail").equals(SUCCEED);
        body.end();
        return dashboard.completeRefund(refund, succeeds);
    }

    private ObjectNode renewCard(String card, ControlBody body) {
        long month = body.requiredNumber("expMonth", 1, 12);
        long year = body.requiredNumber("expYear", 2000, 2999);
        body.end();
        return dashboard.renewCard(card, YearMonth.of((int) year, (int) month));
    }

    private ObjectNode detachCard(String card, ControlBody body) {
        body.end();
        return dashboard.detachCard(card);
    }

    private ObjectNode deleteCustomer(String customer, ControlBody body) {
        body.end();
        return dashboard.deleteCustomer(customer);
    }

    private ObjectNode forgetEverything() {
        faults.clear();
        rateLimit.set(null);
        store.alone(() -> {
            store.clear();
            return true;
        });
        return Json.object().put("forgotten", true);
    }

    private ObjectNode state() {
        return store.alone(() -> {
            ObjectNode counts = Json.object();
            counts.put("customers", store.count(Kind.CUSTOMER))
                    .put("paymentMethods", store.count(Kind.PAYMENT_METHOD))
                    .put("setupIntents", store.count(Kind.SETUP_INTENT))
                    .put("paymentIntents", store.count(Kind.PAYMENT_INTENT))
                    .put("charges", store.count(Kind.CHARGE))
                    .put("refunds", store.count(Kind.REFUND))
                    .put("disputes", store.count(Kind.DISPUTE))
                    .put("events", store.count(Kind.EVENT))
                    .put("deliveriesWaiting", store.count(Kind.DELIVERY));
            ArrayNode charges = Json.array();
            store.oldestFirst(Kind.CHARGE).map(Controls::line).forEach(charges::add);
            return Json.object()
                    .put("now", time.now().toString())
                    .put("faultsRemaining", faults.remaining())
                    .set("counts", counts)
                    .set("webhooks", deliveries.mode().json())
                    .set("charges", charges);
        });
    }

    private static JsonNode line(ObjectNode charge) {
        return Json.object()
                .put("id", Json.text(charge, "id"))
                .put("paymentIntent", Json.text(charge, "payment_intent"))
                .put("customer", Json.text(charge, "customer"))
                .put("amount", Json.number(charge, "amount"))
                .put("amountRefunded", Json.number(charge, "amount_refunded"))
                .put("currency", Json.text(charge, "currency"))
                .put("status", Json.text(charge, "status"))
                .put("disputed", Json.flag(charge, "disputed"));
    }
}
