package io.creditledger.simulator.browser;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.stripe.Dashboard;
import io.creditledger.simulator.stripe.StripeFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages of the simulator, by address. */
public final class Pages {

    private static final String CHALLENGES = "/3d_secure/";
    private static final String RECEIPTS = "/receipts/";
    private static final String HTML = "text/html";
    private static final String SCRIPT = "text/javascript";
    private static final String LOCAL = "http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors " + LOCAL,
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff");
    // Scripts and styles are fetched by pages of other origins.
    private static final Map<String, String> SHARED =
            Map.of("Cross-Origin-Resource-Policy", "cross-origin", "X-Content-Type-Options", "nosniff");

    private final Dashboard dashboard;
    private final Home home;

    public Pages(URI address, Dashboard dashboard) {
        this.dashboard = dashboard;
        this.home = new Home(address, dashboard);
    }

    public Page get(String path, String query) {
        return switch (path) {
            case "/" -> html(home.content());
            case "/stripe.js", "/v3", "/v3/", "/dahlia/stripe.js" ->
                Page.of(SCRIPT, Template.of("stripe.js").toString(), SHARED);
            case "/elements/payment" -> html(Template.of("payment.html"));
            case "/elements/payment.js" ->
                Page.of(SCRIPT, Template.of("payment.js").toString(), SHARED);
            case "/elements/payment.css" ->
                Page.of("text/css", Template.of("payment.css").toString(), SHARED);
            case "/3d_secure.js" -> Page.of(SCRIPT, Template.of("challenge.js").toString(), SHARED);
            case "/style.css" -> Page.of("text/css", Template.of("style.css").toString(), SHARED);
            default -> dynamic(path, query);
        };
    }

    private Page dynamic(String path, String query) {
        if (path.startsWith(CHALLENGES)) {
            return challenge(
                    path.substring(CHALLENGES.length()), parameters(query).get("challenge"));
        }
        return path.startsWith(RECEIPTS) ? receipt(path.substring(RECEIPTS.length())) : Page.notFound();
    }

    private static Page html(Template content) {
        return Page.of(HTML, content.toString(), HEADERS);
    }

    private Page challenge(String id, @Nullable String challenge) {
        ObjectNode intent = dashboard.challenged(id, challenge);
        if (intent == null) {
            return html(Template.of("notice.html")
                    .with("title", "Nothing to authenticate")
                    .with("text", "This challenge was answered already, or there never was one.")
                    .with("facts", ""));
        }
        ObjectNode card = dashboard.cardOf(intent);
        String purpose = intent.has("amount") ? money(intent) : "Saving a card";
        return html(Template.of("challenge.html").with("purpose", purpose).with("card", name(card)));
    }

    /** What the page of a challenge sends. */
    public Page post(String path, String body) {
        if (!path.startsWith(CHALLENGES)) {
            return Page.notFound();
        }
        Map<String, String> parameters = parameters(body);
        String id = path.substring(CHALLENGES.length());
        ObjectNode intent = dashboard.challenged(id, parameters.get("challenge"));
        boolean succeeds = "succeed".equals(parameters.get("outcome"));
        ObjectNode answer = Json.object();
        if (intent != null) {
            answer.put("returnUrl", Dashboard.returnUrl(intent, succeeds));
            answer.put("status", answered(id, succeeds));
        }
        return Page.of("application/json", answer.toString(), HEADERS);
    }

    private String answered(String id, boolean succeeds) {
        try {
            return Json.textOf(dashboard.authenticate(id, succeeds), "status");
        } catch (StripeFailure answeredMeanwhile) {
            return "answered already";
        }
    }

    private Page receipt(String id) {
        ObjectNode charge = dashboard.charge(id);
        if (charge == null) {
            return Page.notFound();
        }
        JsonNode card = charge.path("payment_method_details").path("card");
        String facts = fact("Amount", money(charge))
                + fact("Card", name(card))
                + fact("Refunded", money(Json.number(charge, "amount_refunded"), Json.textOf(charge, "currency")))
                + fact("Charge", id);
        return html(Template.of("notice.html")
                .with("title", "Receipt")
                .with("text", "A receipt for money that does not exist.")
                .withMarkup("facts", facts));
    }

    private static String fact(String name, String value) {
        return "<p><span>" + name + "</span> <strong>" + Template.escaped(value) + "</strong></p>";
    }

    private static String name(JsonNode card) {
        String brand =
                switch (Json.textOf(card, "brand")) {
                    case "amex" -> "American Express";
                    case "mastercard" -> "Mastercard";
                    default -> "Visa";
                };
        return brand + " •••• " + Json.text(card, "last4");
    }

    private static String money(JsonNode object) {
        return money(Json.number(object, "amount"), Json.textOf(object, "currency"));
    }

    private static String money(long amount, String currency) {
        return String.format(Locale.ROOT, "%d.%02d %s", amount / 100, amount % 100, currency.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> second));
    }
}
