package io.creditledger.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How every page of the dashboard looks: on every screen, in both themes, with nothing, a little, and a debt to show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final List<Integer> WIDTHS = List.of(320, 768, 1440);
    private static final int HEIGHT = 800;
    private static final int PICTURE_WIDTH = 1280;
    private static final long MOST_PICTURE_BYTES = 200 * 1024;
    /** Pictures of the documentation are written where that is only when asked for. */
    private static final Path PICTURES = Boolean.getBoolean("screenshots.write")
            ? Path.of(System.getProperty("ledger.repository", "..")).resolve("docs/images")
            : Path.of(System.getProperty("ledger.target", "target")).resolve("images");

    private static final Map<String, String> PAGES = pages();

    private final DashboardStage stage = new DashboardStage("every-page");

    EveryPageIT() throws IOException {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/", "Overview");
        pages.put("/transactions", "Transactions");
        pages.put("/usage", "Usage");
        pages.put("/payment-methods", "Payment methods");
        pages.put("/auto-top-up", "Auto top-up");
        pages.put("/receipts", "Receipts");
        return pages;
    }

    @BeforeAll
    void start() throws IOException {
        stage.start();
        stage.ask("PUT", "/v1/accounts/empty", "{}", 201);
        hasALittle("little");
        owes("debt");
    }

    @AfterAll
    void stop() throws IOException {
        stage.close();
    }

    private void hasALittle(String account) throws IOException {
        stage.platform().open(account, 5_000);
        String card = stage.savesCard(account, "pm_card_visa");
        stage.buys(account, "credits-10000", card, "bought");
        stage.ask("PUT", "/v1/accounts/" + account + "/auto-top-up", """
                {"threshold": 2000, "packageId": "credits-10000", "monthlyLimit": {"amount": 5000, "currency": "usd"}}""", 200);
        stage.spend(account, 1_234, "a-website-with-a-rather-long-name-that-goes-on-and-on");
        stage.spend(account, 321, "shop");
    }

    /** Spends what was bought, and gets the money back nevertheless. */
    private void owes(String account) throws IOException {
        stage.platform().open(account, 50);
        JsonNode bought = stage.buys(account, "credits-10000", stage.savesCard(account, "pm_card_visa"), "bought");
        stage.spend(account, 10_000, "shop");
        stage.refundsAtStripe(bought, 1_000);
        Awaitility.await("the account owes credits")
                .until(() -> stage.platform()
                                .get("/v1/accounts/" + account + "/balance")
                                .json()
                                .path("debt")
                                .asLong()
                        > 0);
    }

    @ParameterizedTest
    @CsvSource({"empty, LIGHT", "empty, DARK", "little, LIGHT", "little, DARK", "debt, LIGHT", "debt, DARK"})
    void fitsEveryScreenAndCanBeUsedByEverybody(String account, ColorScheme colors) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Customer customer = stage.customer(colors).follows(stage.link(account))) {
            assertThat(customer.greenCard()).isVisible();
            for (Map.Entry<String, String> page : PAGES.entrySet()) {
                customer.goesTo(page.getKey());
                hasLoaded(customer, page.getValue());
                for (int width : WIDTHS) {
                    String place = page.getKey() + " at " + width;
                    customer.page().setViewportSize(width, HEIGHT);
                    all.assertThat(widerThanTheScreen(customer)).as(place).isEqualTo(0);
                    all.assertThat(customer.barriers()).as(place).isEmpty();
                    customer.page().evaluate("document.documentElement.dir = 'rtl'");
                    all.assertThat(widerThanTheScreen(customer))
                            .as(place + ", from right to left")
                            .isEqualTo(0);
                    customer.page().evaluate("document.documentElement.removeAttribute('dir')");
                }
            }
            customer.hasNothingToComplainOf();
        }
        all.assertAll();
    }

    @Test
    void saysInWordsWhatIsOwed() throws IOException {
        try (Customer customer = stage.customer(ColorScheme.LIGHT).follows(stage.link("debt"))) {
            assertThat(customer.greenCard()).containsText("You owe 9,950 credits");
        }
    }

    private static void hasLoaded(Customer customer, String heading) {
        assertThat(customer.page().locator("h1")).hasText(heading);
        assertThat(customer.page().locator(".skeleton")).hasCount(0);
    }

    /** How many pixels of the page are beyond the screen's edge. */
    private static int widerThanTheScreen(Customer customer) {
        return (int)
                customer.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Test
    void showsItsBestInPictures() throws IOException {
        Files.createDirectories(PICTURES);
        String account = "acme";
        isWorthAPicture(account);
        try (Customer customer = stage.customer(ColorScheme.LIGHT).follows(stage.link(account))) {
            customer.page().setViewportSize(PICTURE_WIDTH, HEIGHT);
            assertThat(customer.page().locator(".recharts-bar-rectangle").first())
                    .isVisible();
            takes(customer, "overview-light");
            customer.goesTo("/transactions");
            hasLoaded(customer, "Transactions");
            takes(customer, "transactions");
            customer.goesTo("/usage?range=day");
            assertThat(customer.page().locator(".recharts-bar-rectangle").first())
                    .isVisible();
            takes(customer, "usage");
            customer.goesTo("/auto-top-up");
            hasLoaded(customer, "Auto top-up");
            takes(customer, "auto-top-up");
            customer.goesTo("/");
            customer.button("Add credits").first().click();
            assertThat(customer.radio("Visa ending in 4242")).isVisible();
            takes(customer, "add-credits");
        }
        try (Customer customer = stage.customer(ColorScheme.DARK).follows(stage.link(account))) {
            customer.page().setViewportSize(PICTURE_WIDTH, HEIGHT);
            assertThat(customer.page().locator(".recharts-bar-rectangle").first())
                    .isVisible();
            takes(customer, "overview-dark");
        }
    }

    private static void takes(Customer customer, String name) throws IOException {
        // What the mouse left behind is no part of a picture.
        customer.page().mouse().move(0, 0);
        byte[] picture =
                customer.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        assertThat(picture.length).as(name).isPositive().isLessThan((int) MOST_PICTURE_BYTES);
    }

    private void isWorthAPicture(String account) throws IOException {
        stage.ask("PUT", "/v1/accounts/" + account, "{\"displayName\": \"Acme Inc.\"}", 201);
        stage.ask("POST", "/v1/accounts/" + account + "/grants", """
                {"amount": 10000, "source": "promotional", "description": "Welcome credits"}""", 201);
        stage.buys(account, "credits-50000", stage.savesCard(account, "pm_card_visa"), "bought");
        stage.ask("PUT", "/v1/accounts/" + account + "/auto-top-up", """
                {"threshold": 5000, "packageId": "credits-50000", "monthlyLimit": {"amount": 20000, "currency": "usd"}}""", 200);
        List<String> websites =
                List.of("Bluebird Bakery", "Northwind Travel", "Harbour Yoga", "Studio Lumen", "Fern & Oak");
        List<String> work =
                List.of("Website generation", "Product texts", "Header image", "Translation to French", "Blog article");
        for (int deed = 0; deed < 24; deed++) {
            int site = List.of(2, 0, 1, 2, 3, 0, 2, 4).get(deed % 8);
            String id = websites.get(site).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
            spends(
                    account,
                    deed,
                    180 + deed * 37L % 900 + (site == 2 ? 400 : 0),
                    work.get(deed % work.size()),
                    id,
                    websites.get(site));
        }
    }

    private void spends(String account, int deed, long credits, String description, String website, String name)
            throws IOException {
        LedgerClient.Answer answer = stage.platform()
                .send("POST", "/v1/accounts/" + account + "/consumptions", "deed " + deed, """
                        {"amount": %d, "description": "%s",
                         "website": {"id": "%s", "name": "%s", "url": "https://%3$s.example"}}""".formatted(
                                credits, description, website, name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
