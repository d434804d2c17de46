package io.creditledger.service.purchase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * Somebody types a card into a page of the ledger's own origin, with a real browser. Every request that the browser then sends to
 * that origin is looked at: none may carry the number of a card.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardInTheBrowserIT {

    static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties(STRIPE.script()));

    private static final String VISA = "4242 4242 4242 4242";
    private static final String ASKS_THE_CUSTOMER = "4000 0027 6000 3184";

    /** As people write them, as forms send them, and not within an identifier. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<![A-Za-z0-9])[0-9](?:(?:[ +-]|%20)?[0-9]){12,18}(?![A-Za-z0-9])");

    @AutoClose
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    // Ends with Playwright itself.
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

    private final Page page = browser.newPage();
    private final List<Request> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private LedgerClient ledger;
    private String origin;

    @BeforeAll
    void listen() {
        setDefaultAssertionTimeout((double) Shopper.PATIENCE.toMillis());
        ledger = LEDGER.client();
        origin = "http://localhost:" + ledger.port();
        STRIPE.tell(ledger);
        page.onRequest(requests::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @BeforeEach
    void beginAnew() {
        requests.clear();
        complaints.clear();
    }

    private void noCardNumberReachedTheLedger() {
        List<String> sent = requests.stream()
                .filter(request -> request.url().startsWith(origin + "/"))
                .map(CardInTheBrowserIT::written)
                .toList();
        assertThat(sent).hasSizeGreaterThanOrEqualTo(5).noneMatch(CardInTheBrowserIT::carriesACardNumber);
        assertThat(complaints).isEmpty();
    }

    @Test
    void buysWithANewCard() {
        Shopper anna = Shopper.opening("anna", ledger, STRIPE);

        order(anna);
        pay(VISA);

        assertThat(page.locator("#outcome")).hasText("succeeded");
        anna.awaitAvailable(10_000);
        noCardNumberReachedTheLedger();
        assertThat(cardNumbersReachedStripe()).isTrue();
    }

    @Test
    void buysWithANewCardAfterThreeDSecure() {
        Shopper bert = Shopper.opening("bert", ledger, STRIPE);

        order(bert);
        pay(ASKS_THE_CUSTOMER);
        page.frameLocator("[role=dialog] iframe")
                .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Complete"))
                .click();

        assertThat(page.locator("#outcome")).hasText("succeeded");
        bert.awaitAvailable(10_000);
        noCardNumberReachedTheLedger();
    }

    /** Without which nothing would be proved by looking through the log at the end of the build. */
    @Test
    void isLoggedInFull() {
        assertThat(LoggerFactory.getLogger("org.apache.coyote").isTraceEnabled())
                .isTrue();
        assertThat(Path.of(System.getProperty("ledger.written", "target/written"), "trace.log"))
                .isNotEmptyFile();
    }

    private void order(Shopper shopper) {
        page.navigate(origin + "/docs/buying.html");
        page.getByLabel("Account").fill(shopper.account());
        page.getByLabel("Key").fill(LedgerClient.KEY);
        click("Order");
        assertThat(page.locator("#pay")).isEnabled();
    }

    private void pay(String number) {
        FrameLocator form = page.frameLocator("#card iframe");
        form.getByLabel("Card number").fill(number);
        form.getByLabel("Expiration date").fill("1234");
        form.getByLabel("Security code").fill("737");
        click("Pay");
    }

    private void click(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    /** Without which the test would look for what was never typed. */
    private boolean cardNumbersReachedStripe() {
        return requests.stream()
                .filter(request -> request.url().startsWith(STRIPE.address()))
                .map(CardInTheBrowserIT::written)
                .anyMatch(CardInTheBrowserIT::carriesACardNumber);
    }

    /** All that a request carries: its address, its headers and its body. */
    private static String written(Request request) {
        return request.url() + "\n" + request.allHeaders() + "\n" + Objects.requireNonNullElse(request.postData(), "");
    }

    private static boolean carriesACardNumber(String text) {
        return DIGITS.matcher(text)
                .results()
                .map(MatchResult::group)
                .anyMatch(run -> passesLuhn(run.replace("%20", "").replaceAll("[ +-]", "")));
    }

    /** Whether the last digit is the one that the others ask for, as in every card's number. */
    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int index = 0; index < digits.length(); index++) {
            int digit = digits.charAt(digits.length() - 1 - index) - '0';
            int doubled = digit * 2;
            sum += index % 2 == 0 ? digit : doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }
}
