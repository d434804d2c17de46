package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What moved the merchant's balance, and the balance itself. */
final class BalanceTransactions {

    private static final Duration SETTLEMENT = Duration.ofDays(2);
    private static final long FEE_PER_THOUSAND = 29;
    private static final long FIXED_FEE = 30;

    private final Records records;

    BalanceTransactions(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/balance_transactions", this::list),
                Route.get("/v1/balance_transactions/{id}", this::get),
                Route.get("/v1/balance", this::balance));
    }

    /** Money that came in, less the fee. */
    String charged(String charge, long amount, String currency, boolean availableAtOnce) {
        long fee = (amount * FEE_PER_THOUSAND + 500) / 1_000 + FIXED_FEE;
        return write("charge", "charge", charge, amount, fee, currency, availableAtOnce);
    }

    /** Money that went out or came back, without a fee. */
    String moved(String type, String category, String source, long amount, String currency) {
        return write(type, category, source, amount, 0, currency, true);
    }

    private String write(
            String type, String category, String source, long amount, long fee, String currency, boolean atOnce) {
        ObjectNode transaction = records.fresh(Kind.BALANCE_TRANSACTION);
        transaction.remove(List.of(Metadata.FIELD, "livemode"));
        ArrayNode details = Json.array();
        if (fee > 0) {
            details.addObject()
                    .put("amount", fee)
                    .putNull("application")
                    .put("currency", currency)
                    .put("description", "Stripe processing fees")
                    .put("type", "stripe_fee");
        }
        long available = records.now() + (atOnce ? 0 : SETTLEMENT.toSeconds());
        transaction
                .put("amount", amount)
                .put("available_on", available)
                .put("balance_type", "payments")
                .put("currency", currency)
                .putNull("description")
                .putNull("exchange_rate")
                .put("fee", fee)
                .put("net", amount - fee)
                .put("reporting_category", category)
                .put("source", source)
                .put("status", atOnce ? "available" : "pending")
                .put("type", type)
                .set("fee_details", details);
        records.save(Kind.BALANCE_TRANSACTION, transaction);
        return Json.textOf(transaction, "id");
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(settled(records.addressed(Kind.BALANCE_TRANSACTION, call.id())));
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.BALANCE_TRANSACTION, parameters);
        var wanted = Filters.field(parameters, "type")
                .and(Filters.field(parameters, "source"))
                .and(Filters.field(parameters, "currency"))
                .and(Filters.created(parameters));
        parameters.end();
        records.all(Kind.BALANCE_TRANSACTION).forEach(this::settled);
        return records.list(listing, wanted);
    }

    private ObjectNode balance(Call call) {
        call.parameters().end();
        Map<String, Long> available = new LinkedHashMap<>();
        Map<String, Long> pending = new LinkedHashMap<>();
        records.all(Kind.BALANCE_TRANSACTION).map(this::settled).forEach(transaction -> {
            Map<String, Long> part = "available".equals(Json.text(transaction, "status")) ? available : pending;
            part.merge(Json.textOf(transaction, "currency"), Json.number(transaction, "net"), Long::sum);
        });
        return Json.object()
                .put("object", "balance")
                .put("livemode", false)
                .set("available", amounts(available))
                .set("pending", amounts(pending));
    }

    private static ArrayNode amounts(Map<String, Long> byCurrency) {
        ArrayNode amounts = Json.array();
        byCurrency.forEach((currency, amount) -> amounts.addObject()
                .put("amount", amount)
                .put("currency", currency)
                .set("source_types", Json.object().put("card", amount)));
        return amounts;
    }

    private ObjectNode settled(ObjectNode transaction) {
        if (Json.number(transaction, "available_on") <= records.now()) {
            transaction.put("status", "available");
        }
        return transaction;
    }
}
