package io.creditledger.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Auditors and operators at the console: a real browser and the built service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final int NARROW = 320;
    private static final int HEIGHT = 800;
    private static final String WRONG_KEY = "clk_nobody-has-this-one";

    private final DashboardStage stage;
    private String auditorsKey;
    private String account;
    private Customer auditor;

    ConsoleIT() throws IOException {
        stage = new DashboardStage("console");
        auditorsKey = "none";
        account = "none";
        auditor = stage.customer(ColorScheme.LIGHT);
    }

    @BeforeAll
    void start() throws IOException {
        stage.start();
        auditorsKey = stage.keyOf("auditor");
    }

    @AfterAll
    void stop() throws IOException {
        stage.close();
    }

    @BeforeEach
    void opensAnAccount(TestInfo test) throws IOException {
        account = test.getTestMethod().orElseThrow().getName()
                + test.getDisplayName().replaceAll("[^A-Za-z]", "").length();
        stage.platform().open(account, 50_000);
        auditor.close();
        auditor = stage.customer(ColorScheme.LIGHT);
    }

    @AfterEach
    void leaves() {
        auditor.hasNothingToComplainOf();
        assertThat(auditor.requests())
                .as("addresses and bodies")
                .noneMatch(sent -> sent.contains(auditorsKey) || sent.contains(WRONG_KEY));
        assertThat(auditor.page().evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))
                .asString()
                .doesNotContain(auditorsKey);
    }

    private Locator key() {
        return auditor.page().getByLabel("Ledger key");
    }

    private void signsIn(String path, String key) {
        auditor.goesTo(path);
        key().fill(key);
        auditor.button("Sign in").click();
    }

    private Locator text(String words) {
        return auditor.page().getByText(words).first();
    }

    private Locator link(String name) {
        return auditor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Locator fact(long revision) {
        return auditor.page().locator("button[data-revision='" + revision + "']");
    }

    private Locator facts() {
        return auditor.page().locator("button[data-revision]");
    }

    private Locator field(String label) {
        return auditor.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private String page() {
        return "/console/accounts/" + account;
    }

    @Test
    void comesInWithAValidKeyAloneAndIsForgottenAfterwards() throws IOException {
        signsIn("/console", WRONG_KEY);
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("This key is not valid");
        key().fill(stage.keyOf("service"));
        auditor.button("Sign in").click();
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("lacks the scope ledger:audit");
        assertThat(key()).hasAttribute("type", "password");
        assertThat(key()).hasAttribute("autocomplete", "off");

        key().fill(auditorsKey);
        auditor.button("Sign in").click();
        assertThat(auditor.heading("Find an account")).isVisible();

        auditor.page().reload();
        assertThat(key()).hasValue("");
        signsIn("/console", auditorsKey);
        auditor.button("Sign out").click();
        assertThat(key()).isVisible();
    }

    @Test
    void findsAnAccountAndReadsWhatHappened() throws IOException {
        for (int spent = 1; spent <= 110; spent++) {
            stage.spend(account, spent, "shop");
        }
        signsIn("/console", auditorsKey);
        auditor.page().getByRole(AriaRole.SEARCHBOX).fill(account.substring(0, 12));
        auditor.button("Find").click();
        assertThat(auditor.page()).hasURL(Pattern.compile(".*[?&]prefix=.*"));
        link(account).click();

        assertThat(facts()).hasCount(100);
        assertThat(fact(111)).containsText("110 credits were used for shop: Website generation");
        assertThat(fact(111)).containsText("43,895 available");
        auditor.button("Load older facts").click();
        assertThat(facts()).hasCount(112);
        assertThat(fact(1)).containsText("50,000 credits came in (promotional): to be spent");
        assertThat(fact(0)).containsText("The account was opened");

        fact(110).focus();
        auditor.page().keyboard().press("j");
        assertThat(fact(109)).isFocused();
        auditor.page().keyboard().press("ArrowUp");
        auditor.page().keyboard().press("k");
        assertThat(fact(111)).isFocused();
        auditor.page().keyboard().press("Enter");
        assertThat(text("configured:LEDGER_API_KEY")).isVisible();
        assertThat(auditor.page().locator("pre")).containsText("\"amount\": 110");
        auditor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Facts of lot"))
                .click();
        assertThat(text("Only facts that name")).isVisible();
        assertThat(facts()).hasCount(111);
        link("Show all facts").click();
        // What was loaded before is still known.
        assertThat(facts()).hasCount(112);

        field("Go to revision").fill("7");
        auditor.button("Go").click();
        assertThat(auditor.page()).hasURL(stage.address() + page() + "?revision=7");
        assertThat(fact(7)).isFocused();
        assertThat(facts().first()).hasAttribute("data-revision", "7");
        signsIn(page() + "?revision=7", auditorsKey);
        assertThat(fact(7)).hasAttribute("aria-expanded", "true");
        auditor.button("Load newer facts").click();
        assertThat(facts().first()).hasAttribute("data-revision", "107");
    }

    @Test
    void isOfferedWhatComesInMeanwhile() throws IOException {
        signsIn(page(), auditorsKey);
        assertThat(facts()).hasCount(2);

        stage.spend(account, 5, "shop");

        auditor.button("Load newer facts").click();
        assertThat(facts().first()).containsText("5 credits were used");
    }

    @Test
    void comparesTwoMomentsForEver() throws IOException {
        stage.spend(account, 300, "shop");
        stage.spend(account, 700, "shop");
        signsIn(page(), auditorsKey);
        link("Compare past moments").click();
        auditor.button("Compare").click();
        assertThat(text("Enter both moments")).isVisible();
        field("First: date and time").fill("2099-12-31T23:59:59");
        auditor.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("How the second is said"))
                .getByText("A revision")
                .click();
        field("Second: revision").fill("1");
        auditor.button("Compare").click();

        assertThat(auditor.page()).hasURL(stage.address() + page() + "/moments?a=1&b=3");
        assertThat(row("Available")).hasText("Available50,00049,000\u22121,000");
        stage.spend(account, 11, "shop");
        signsIn(page() + "/moments?a=1&b=3", auditorsKey);
        assertThat(row("Used")).hasText("Used01,000+1,000");
        assertThat(facts()).hasCount(2);
        assertThat(fact(3)).containsText("700 credits were used");
        assertThat(contentOf("Download CSV")).contains("300", "700").doesNotContain("-11,");
        assertThat(contentOf("Download PDF")).startsWith("%PDF-");
    }

    private Locator row(String name) {
        return auditor.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(auditor.page()
                                .getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setExact(true))));
    }

    private String contentOf(String button) throws IOException {
        Download download =
                auditor.page().waitForDownload(() -> auditor.button(button).click());
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void verifiesThatTheReadModelsSayWhatTheFactsSay() throws IOException {
        stage.spend(account, 420, "shop");
        signsIn("/console", auditorsKey);
        verifiesThisAccount();
        assertThat(run("Account " + account)).containsText("Completed");
        assertThat(run("Account " + account)).containsText("0 differences");
        assertThat(run("Account " + account)).containsText("100% done");
        assertThat(run("Account " + account).getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "100");

        assertThat(stage.changes(
                        "update projections.lots_lot set remaining = remaining - 1 where account_id = ?", account))
                .isEqualTo(1);
        verifiesThisAccount();

        assertThat(run("Account " + account)).hasCount(2);
        Locator found = run("Account " + account).first();
        assertThat(found).containsText("1 difference");
        assertThat(found.getByRole(AriaRole.ROW).last()).containsText("lots");
        assertThat(found.getByRole(AriaRole.ROW).last()).containsText("49579");
    }

    private void verifiesThisAccount() {
        auditor.button("One account").click();
        field("Account").fill(account);
        auditor.button("Start verification").click();
        assertThat(text("The verification is under way.")).isVisible();
    }

    private Locator run(String name) {
        return auditor.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(auditor.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setExact(true))));
    }

    @Test
    void stopsAVerificationAndLetsItGoOn() throws IOException {
        for (int spent = 1; spent <= 30; spent++) {
            stage.spend(account, spent, "shop");
        }
        String name = "Accounts from " + account + " to " + account + "z";
        stage.platform().open(account + "1", 10);
        signsIn("/console", auditorsKey);
        auditor.button("A range").click();
        field("From account").fill(account);
        field("Up to account").fill(account + "z");
        field("At most facts a second (optional)").fill("1");
        auditor.button("Start verification").click();
        auditor.button("Stop " + name).click();
        assertThat(run(name)).containsText("Stopped");

        auditor.button("Resume " + name).click();

        assertThat(run(name)).containsText("Running");
        auditor.button("Stop " + name).click();
        assertThat(run(name)).containsText("Stopped");
    }

    @Test
    void mendsWhatAReadModelHasSetAsideIfAnOperator() throws IOException {
        isSetAside();
        signsIn("/console", auditorsKey);
        auditor.button("Retry " + account + " in websites").click();
        // A round of the light check may just have seen the missing row too, and then says so beside this.
        assertThat(auditor.page()
                        .getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText("An auditor may look and verify")))
                .isVisible();
        assertThat(row("websites")).containsText("1 account with");
        // The first round begins some seconds after the ledger, and the page asks every ten.
        assertThat(text("All is there and shown through fact"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
        assertThat(row("websites")).containsText("Running");

        auditor.button("Sign out").click();
        signsIn("/console", stage.keyOf("operator"));
        auditor.button("Retry " + account + " in websites").click();
        assertThat(text("could still not be applied")).isVisible();
        auditor.button("Repair " + account).click();
        auditor.button("Cancel").click();
        assertThat(auditor.button("Repair " + account)).isVisible();
        auditor.button("Repair " + account).click();
        auditor.button("Make them anew").click();

        assertThat(text("The rows of " + account + " were made anew.")).isVisible();
        assertThat(auditor.button("Repair " + account)).hasCount(0);
        assertThat(text("No account is set aside")).isVisible();
    }

    private void isSetAside() throws IOException {
        stage.spend(account, 1, "shop");
        Awaitility.await("the use is there")
                .until(() -> stage.platform()
                                .get("/v1/accounts/" + account + "/websites")
                                .json()
                                .path("items")
                                .size()
                        == 1);
        assertThat(stage.changes("delete from projections.websites_progress where account_id = ?", account))
                .isEqualTo(1);
        stage.spend(account, 2, "shop");
        Awaitility.await("the account is set aside")
                .until(() ->
                        stage.platform().get("/v1/audit/dead-letters").body().contains("\"" + account + "\""));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void fitsANarrowScreenAndCanBeUsedByEverybody(ColorScheme colors) throws IOException {
        isSetAside();
        stage.changes("update projections.lots_lot set remaining = remaining - 1 where account_id = ?", account);
        auditor.close();
        auditor = stage.customer(colors);
        auditor.goesTo("/console");
        assertThat(key()).isVisible();
        hasNoBarriers("signing in");
        signsIn("/console", auditorsKey);
        verifiesThisAccount();
        assertThat(run("Account " + account).getByRole(AriaRole.TABLE)).isVisible();
        hasNoBarriers("the front page");
        signsIn(page() + "?revision=2", auditorsKey);
        assertThat(auditor.page().locator("pre")).isVisible();
        hasNoBarriers("an account");
        signsIn(page() + "/moments?a=1&b=2", auditorsKey);
        assertThat(fact(2)).isVisible();
        assertThat(row("Available")).isVisible();
        hasNoBarriers("past moments");
        stage.ask("POST", "/v1/audit/repairs/" + account, "", 200);
    }

    private void hasNoBarriers(String place) throws IOException {
        for (int width : List.of(NARROW, 1280)) {
            auditor.page().setViewportSize(width, HEIGHT);
            assertThat(auditor.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(place + " at " + width)
                    .isEqualTo(0);
            assertThat(auditor.barriers()).as(place + " at " + width).isEmpty();
        }
    }
}
