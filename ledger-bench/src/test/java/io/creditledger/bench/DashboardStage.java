package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.creditledger.simulator.Settings;
import io.creditledger.simulator.StripeSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** All that customers at the dashboard need: a browser, the built service, and the simulator in place of Stripe. */
final class DashboardStage implements AutoCloseable {

    private static final String SECRET_KEY = "sk_test_dashboard";
    private static final String PUBLISHABLE_KEY = "pk_test_dashboard";
    private static final String WEBHOOK_SECRET = "whsec_dashboard";
    /** For a machine that has much else to do; nobody waits longer than something takes. */
    private static final double PATIENCE_MILLIS = 60_000;

    private final StripeSimulator stripe =
            StripeSimulator.start(Settings.defaults().withKeys(SECRET_KEY, PUBLISHABLE_KEY));
    private final LedgerProcess ledger;
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    private final HttpClient http = HttpClient.newHttpClient();

    /** With an empty ledger of that name; nothing runs yet. */
    DashboardStage(String name) throws IOException {
        ledger = LedgerProcess.in(name)
                .with("STRIPE_SECRET_KEY", SECRET_KEY)
                .with("STRIPE_PUBLISHABLE_KEY", PUBLISHABLE_KEY)
                .with("STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET)
                .with("STRIPE_API_BASE", stripe.address().toString())
                .with("STRIPE_SCRIPT_ADDRESS", stripe.address() + "/stripe.js")
                .with("LEDGER_STRIPE_SIMULATOR", "true");
    }

    /** The same, with an account to play with. */
    DashboardStage withDemo() {
        ledger.with("LEDGER_DEMO", "true");
        return this;
    }

    void start() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        ledger.start();
        stripe.deliverWebhooksTo(URI.create(address() + "/v1/stripe/webhook"), List.of(WEBHOOK_SECRET));
    }

    String address() {
        return "http://127.0.0.1:" + ledger.port();
    }

    LedgerClient platform() {
        return ledger.client();
    }

    /** Somebody with a browser of their own, who has not come in yet. */
    Customer customer(ColorScheme colors) {
        return customer(colors, "UTC");
    }

    /** Somebody whose clock shows the time of that zone. */
    Customer customer(ColorScheme colors, String zone) {
        return new Customer(browser, address(), colors, zone);
    }

    /** The address by which a customer comes to that account. */
    String link(String account) throws IOException {
        return ask("POST", "/v1/accounts/" + account + "/dashboard-sessions", "{}", 201)
                .path("url")
                .asString();
    }

    /** What the ledger answers, if that has the wanted status. */
    JsonNode ask(String method, String path, String body, int status) throws IOException {
        LedgerClient.Answer answer = platform().send(method, path, path + body, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    /** Changes rows of an account past the ledger; returns how many. */
    int changes(String statement, String account) throws IOException {
        try (Connection database = ledger.database();
                PreparedStatement change = database.prepareStatement(statement)) {
            change.setString(1, account);
            return change.executeUpdate();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    /** A key of that role; what it is, nobody is told again. */
    String keyOf(String role) throws IOException {
        return ask("POST", "/v1/api-keys", "{\"name\": \"%1$s\", \"role\": \"%1$s\"}".formatted(role), 201)
                .path("key")
                .asString();
    }

    void spend(String account, long credits, String website) throws IOException {
        LedgerClient.Answer answer =
                platform().consume(new Consumption(account, "spent " + credits + website, credits, website));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** Saves a card as a customer's browser would; returns its id. */
    String savesCard(String account, String alias) throws IOException {
        String path = "/v1/accounts/" + account + "/payment-methods";
        JsonNode setup = ask("POST", path + "/setup", "{}", 201);
        String secret = setup.path("clientSecret").asString();
        String intent = secret.substring(0, secret.indexOf("_secret_"));
        tellStripe(
                "/v1/setup_intents/" + intent + "/confirm",
                "application/x-www-form-urlencoded",
                "client_secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + "&payment_method=" + alias);
        Awaitility.await("the card is saved")
                .until(() -> platform().get(path).json().size() == 1);
        return platform().get(path).json().path(0).path("paymentMethodId").asString();
    }

    /** Buys with a saved card; returns the purchase once its credits are there. */
    JsonNode buys(String account, String packageId, String card, String key) throws IOException {
        String path = "/v1/accounts/" + account + "/purchases";
        LedgerClient.Answer answer = platform()
                .send(
                        "POST",
                        path,
                        key,
                        "{\"packageId\": \"%s\", \"paymentMethodId\": \"%s\"}".formatted(packageId, card));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String purchase = path + "/" + answer.json().path("purchaseId").asString();
        Awaitility.await("the purchase succeeds").until(() -> platform()
                .get(purchase)
                .json()
                .path("status")
                .asString()
                .equals("succeeded"));
        return platform().get(purchase).json();
    }

    /** A refund that somebody makes in Stripe's own dashboard, of credits that may be spent already. */
    void refundsAtStripe(JsonNode purchase, long amount) throws IOException {
        tellStripe("/_simulator/refunds", "application/json", """
                {"paymentIntent": "%s", "amount": %d}""".formatted(
                        purchase.path("paymentIntentId").asString(), amount));
    }

    private void tellStripe(String path, String contentType, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(stripe.address().resolve(path))
                .header("Authorization", "Bearer " + PUBLISHABLE_KEY)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        playwright.close();
        ledger.close();
        stripe.close();
    }
}
