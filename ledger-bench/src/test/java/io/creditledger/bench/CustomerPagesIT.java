package io.creditledger.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Customers at the pages beside the overview: auto top-up, receipts, usage, and what the keyboard does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerPagesIT {

    private final DashboardStage stage;
    private String account;
    private Customer customer;

    @RegisterExtension
    final AfterTestExecutionCallback witness =
            test -> test.getExecutionException().ifPresent(_ -> System.out.println(customer.surroundings()));

    CustomerPagesIT() throws IOException {
        stage = new DashboardStage("customer-pages");
        account = "none";
        customer = stage.customer(ColorScheme.LIGHT);
    }

    @BeforeAll
    void start() throws IOException {
        stage.start();
    }

    @AfterAll
    void stop() throws IOException {
        stage.close();
    }

    @BeforeEach
    void comesByALink(TestInfo test) throws IOException {
        account = test.getTestMethod().orElseThrow().getName()
                + test.getDisplayName().replaceAll("[^A-Za-z]", "").length();
        stage.platform().open(account, 50_000);
        customer.close();
        customer = stage.customer(ColorScheme.LIGHT).follows(stage.link(account));
        assertThat(customer.greenCard()).containsText("50,000");
    }

    @AfterEach
    void leaves() {
        customer.hasNothingToComplainOf();
    }

    private Locator field(String label) {
        return customer.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private Locator text(String words) {
        return customer.page().getByText(words).first();
    }

    @Test
    void turnsAutoTopUpOnAndOffAndSeesWhatItBought() throws IOException {
        stage.savesCard(account, "pm_card_visa");
        customer.goesTo("/auto-top-up");
        assertThat(text("It is off until you turn it on")).isVisible();
        customer.radio("50,000 credits, $45.00").click();
        field("When fewer are left than").fill("50,000");
        field("At most in a month").fill("44");
        assertThat(customer.page().getByText("Enter at least $45.00")).hasCount(0);

        customer.button("Turn on auto top-up").click();

        assertThat(field("When fewer are left than")).isFocused();
        assertThat(field("When fewer are left than"))
                .hasAccessibleDescription(Pattern.compile("Enter less than the 50,000 credits.*"));
        assertThat(field("At most in a month")).hasAttribute("aria-invalid", "true");
        field("When fewer are left than").fill("5,000");
        field("At most in a month").fill("200");
        assertThat(text("When you have fewer than 5,000 credits, we buy 50,000 for $45.00 with Visa ending in 4242, "
                        + "at most $200.00 a month."))
                .isVisible();
        customer.button("Turn on auto top-up").click();
        assertThat(text("Auto top-up is on.")).isVisible();
        assertThat(text("$0.00 of $200.00 this month")).isVisible();

        stage.spend(account, 46_000, "shop");

        assertThat(text("$45.00 of $200.00 this month")).isVisible();
        assertThat(customer.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Paid")))
                .containsText("50,000 credits");
        customer.button("Turn off").click();
        assertThat(customer.button("Turn on auto top-up")).isFocused();
        awaitState("off");
    }

    @Test
    void isToldThatAutoTopUpLacksACardAndWhereToAddOne() throws IOException {
        customer.goesTo("/auto-top-up");
        customer.button("Turn on auto top-up").click();
        assertThat(customer.page().getByRole(AriaRole.ALERT)).containsText("No card is saved");
        assertThat(autoTopUp().path("state").asString()).isEqualTo("off");

        turnOn("credits-10000");
        customer.goesTo("/auto-top-up");

        assertThat(text("Auto top-up is paused: there is no card to pay with.")).isVisible();
        customer.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a card"))
                .first()
                .click();
        assertThat(customer.heading("Payment methods")).isVisible();
    }

    @Test
    void confirmsThePaymentThatAutoTopUpWaitsFor() throws IOException {
        customer.goesTo("/payment-methods");
        customer.button("Add a card").click();
        customer.typesCard(Customer.ASKS);
        customer.button("Save card").click();
        customer.answersTheBank("Complete");
        assertThat(text("Visa ending in 3184")).isVisible();
        turnOn("credits-10000");
        customer.goesTo("/auto-top-up");
        assertThat(customer.button("Save changes")).isVisible();

        stage.spend(account, 46_000, "shop");

        assertThat(text("your bank wants you to confirm the payment")).isVisible();
        customer.button("Confirm payment").click();
        assertThat(customer.dialog()).containsText("Your bank wants to confirm this payment");
        customer.button("Pay $10.00").click();
        customer.answersTheBank("Complete");
        assertThat(customer.dialog()).containsText("10,000 credits were added");
        customer.button("Done").click();
        // A saved card pays in a purchase of its own, so the one that waited has ended.
        assertThat(text("and that payment has ended")).isVisible();
        customer.button("Turn on again").click();
        assertThat(text("Auto top-up is on.")).isVisible();
        assertThat(autoTopUp().path("state").asString()).isEqualTo("on");
    }

    private void turnOn(String packageId) throws IOException {
        stage.ask("PUT", "/v1/accounts/" + account + "/auto-top-up", """
                {"threshold": 5000, "packageId": "%s", "monthlyLimit": {"amount": 20000, "currency": "usd"}}""".formatted(packageId), 200);
    }

    /** The answer that turned it off has no revision that could be waited for. */
    private void awaitState(String state) {
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(autoTopUp().path("state").asString()).isEqualTo(state));
    }

    private JsonNode autoTopUp() throws IOException {
        return stage.platform().get("/v1/accounts/" + account + "/auto-top-up").json();
    }

    @Test
    void seesReceiptsPageByPageAndPrintsOne() throws IOException {
        String card = stage.savesCard(account, "pm_card_visa");
        for (int bought = 1; bought <= 26; bought++) {
            stage.buys(account, "credits-10000", card, "bought " + bought);
        }
        JsonNode last = stage.buys(account, "credits-50000", card, "the last");
        String id = last.path("purchaseId").asString();
        stage.ask(
                "POST",
                "/v1/accounts/" + account + "/purchases/" + id + "/refund",
                "{\"credits\": 20000, \"reason\": \"asked for\"}",
                201);
        customer.goesTo("/receipts");
        Locator first = customer.page().getByRole(AriaRole.ROW).nth(1);
        assertThat(first).containsText("Partly refunded");
        assertThat(first).containsText("$18.00 refunded");
        assertThat(first.getByRole(AriaRole.LINK))
                .hasAttribute("href", last.path("receiptUrl").asString());
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(26);
        customer.button("Load more").click();
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(28);

        first.getByRole(AriaRole.BUTTON).click();
        Locator receipt = customer.page().getByRole(AriaRole.DIALOG);
        assertThat(receipt).containsText(id);
        assertThat(receipt).containsText("Visa ending in 4242");
        assertThat(receipt).containsText("Total$27.00");
        customer.page().evaluate("window.print = () => { document.title = 'printed'; }");
        customer.button("Print").click();
        assertThat(customer.page()).hasTitle("printed");

        customer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(receipt.getByText(id)).isVisible();
        assertThat(customer.button("Print")).isHidden();
        assertThat(customer.page().locator("#root")).isHidden();
        assertThat(customer.page().evaluate("document.documentElement.scrollHeight <= innerHeight"))
                .as("one sheet of paper")
                .isEqualTo(true);
    }

    @Test
    void opensTheStatementOfAMonthPrintsItAndTakesItAlong() throws IOException {
        stage.spend(account, 1_000, "shop");
        stage.spend(account, 234, "blog");
        customer.goesTo("/receipts");
        customer.button("Open").click();
        Locator statement = customer.page().getByRole(AriaRole.DIALOG);
        assertThat(statement).containsText("Opening balance0");
        assertThat(statement).containsText("Bonus (1)+50,000");
        assertThat(statement).containsText("Usage (2)\u22121,234");
        assertThat(statement).containsText("Closing balance48,766");
        assertThat(statement).containsText("Opening balance and movements make the closing balance.");
        assertThat(customer.barriers()).isEmpty();

        customer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(statement.getByText("Closing balance").first()).isVisible();
        assertThat(customer.page().locator("#root")).isHidden();
        customer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        customer.page().keyboard().press("Escape");

        // What happens in the month that goes on is in its statement when that is opened again.
        stage.spend(account, 66, "shop");
        customer.button("Open").click();
        assertThat(statement).containsText("Closing balance48,700");
        customer.page().keyboard().press("Escape");
        assertThat(taken("PDF")).startsWith("%PDF-");
        assertThat(taken("CSV")).contains("Website generation", "-66");
    }

    /** What a press of the button named so brings. */
    private String taken(String format) throws IOException {
        Locator button = customer.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Statement of .* as " + format)));
        Download download = customer.page().waitForDownload(button::click);
        assertThat(download.suggestedFilename()).endsWith("." + format.toLowerCase(Locale.ROOT));
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void keepsTheNamesOfColumnsInSight() throws IOException {
        for (int spent = 1; spent <= 30; spent++) {
            stage.spend(account, spent, "shop");
        }
        customer.page().setViewportSize(1440, 600);
        customer.goesTo("/transactions");
        Locator names = customer.page().locator("thead");
        assertThat(names).isVisible();
        customer.page().evaluate("scrollTo(0, 900)");
        assertThat(customer.page().locator("tbody tr").first()).not().isInViewport();
        assertThat(names).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
        assertThat(customer.page().evaluate("""
                        document.querySelector('thead').getBoundingClientRect().top
                            >= document.querySelector('header').getBoundingClientRect().bottom - 2""")).isEqualTo(true);
    }

    @Test
    void seesWhatEachWebsiteUsedOverWhichTime() throws IOException {
        for (int site = 1; site <= 9; site++) {
            stage.spend(account, site * 100L, "site-" + site);
        }
        customer.goesTo("/usage");
        Locator legend = customer.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Shown in the chart"))
                .getByRole(AriaRole.BUTTON);
        assertThat(legend)
                .hasText(new String[] {"site-9", "site-8", "site-7", "site-6", "site-5", "site-4", "site-3", "Other"});
        assertThat(text("4,500 credits used in this period. Most by site-9 (20%)"))
                .isVisible();
        assertThat(bars()).hasCount(8);
        legend.first().click();
        assertThat(legend.first()).hasAttribute("aria-pressed", "false");
        assertThat(bars()).hasCount(7);
        Locator first = customer.page()
                .getByRole(AriaRole.TABLE)
                .last()
                .getByRole(AriaRole.ROW)
                .nth(1);
        assertThat(first).containsText("site-9");
        assertThat(first).containsText("900");
        assertThat(first).containsText("20%");
        assertThat(first.getByRole(AriaRole.LINK)).hasAttribute("href", "https://site-9.example/");

        customer.button("30 days").click();
        customer.button("View as table").click();
        assertThat(customer.page()).hasURL(Pattern.compile(".*range=month.*view=table.*"));
        customer.page().reload();
        assertThat(customer.button("30 days")).hasAttribute("aria-pressed", "true");
        assertThat(customer.page().getByRole(AriaRole.TABLE).first().getByRole(AriaRole.ROW))
                .hasCount(31);
        assertThat(customer.page()
                        .getByRole(AriaRole.TABLE)
                        .first()
                        .getByRole(AriaRole.ROW)
                        .last())
                .containsText("4,500");
    }

    /** What is drawn of each website, in the one step that has any use. */
    private Locator bars() {
        return customer.page().locator(".recharts-bar-rectangle path");
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, Days are in Pacific/Kiritimati, 2026-10-23T10:00, 2026-10-26T10:00, hour",
        "Europe/Berlin, Days are in Europe/Berlin, 2026-10-23T22:00, 2026-10-26T23:00, hour",
        "America/St_Johns, Days are in UTC, 2026-10-24T00:00, 2026-10-27T00:00, day"
    })
    void countsDaysAsTheyAreWhereTheCustomerIs(String zone, String words, String from, String to, String granularity)
            throws IOException {
        customer.close();
        customer = stage.customer(ColorScheme.LIGHT, zone).follows(stage.link(account));
        assertThat(customer.greenCard()).containsText("50,000");
        stage.spend(account, 1, zone.replaceAll("[^A-Za-z]", "-"));

        customer.goesTo("/usage?view=table");
        assertThat(text(words)).isVisible();
        assertThat(customer.page().getByRole(AriaRole.TABLE).first().getByRole(AriaRole.ROW))
                .hasCount(8);
        customer.goesTo("/usage?range=custom&from=2026-10-24&to=2026-10-26");
        assertThat(text("Nothing used in this period")).isVisible();

        assertThat(customer.requests()).anySatisfy(asked -> assertThat(asked)
                .contains("/usage?from=" + from.replace(":", "%3A"), "to=" + to.replace(":", "%3A"))
                .contains("granularity=" + granularity));
    }

    @Test
    void choosesHowTransactionsLookAndFindsThemSoAgain() throws IOException {
        for (int spent = 1; spent <= 30; spent++) {
            stage.spend(account, spent, "shop");
        }
        customer.goesTo("/transactions");
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(32);
        customer.button("Columns and rows").click();
        column("Website").uncheck();
        column("Reference").check();
        customer.button("Compact").click();
        customer.button("UTC").click();
        customer.button("25 rows").click();
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(26);

        customer.page().reload();

        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(26);
        assertThat(customer.page().getByRole(AriaRole.COLUMNHEADER))
                .hasText(
                        new String[] {"Date in UTC", "Description", "Reference", "Amount", "Balance after", "Details"});
        customer.button("30 days").click();
        assertThat(customer.button("30 days")).hasAttribute("aria-pressed", "true");
        assertThat(customer.page()).hasURL(Pattern.compile(".*[?&]from=\\d{4}-\\d{2}-\\d{2}.*"));
    }

    private Locator column(String name) {
        return customer.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void usesTheKeyboardUnlessThatIsTurnedOff() {
        customer.page().keyboard().press("?");
        Locator help = customer.page().getByRole(AriaRole.DIALOG);
        assertThat(help).containsText("Keyboard shortcuts");
        customer.page().getByLabel("Shortcuts of a single key").uncheck();
        customer.page().keyboard().press("Escape");
        assertThat(help).hasCount(0);
        customer.page().keyboard().press("a");
        customer.button("Keyboard shortcuts").click();
        assertThat(help).hasCount(1);
        customer.page().getByLabel("Shortcuts of a single key").check();
        customer.page().keyboard().press("Escape");
        assertThat(help).hasCount(0);

        customer.page().keyboard().press("/");
        assertThat(customer.page().getByRole(AriaRole.SEARCHBOX)).isFocused();
        customer.page().keyboard().type("a/?");
        assertThat(customer.page().getByRole(AriaRole.SEARCHBOX)).hasValue("a/?");
        assertThat(help).hasCount(0);
        customer.page().getByRole(AriaRole.SEARCHBOX).blur();
        customer.page().keyboard().press("a");
        assertThat(customer.dialog()).isVisible();
    }
}
