package io.creditledger.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.creditledger.simulator.Simulation.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A customer in a merchant's page, with a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final String VISA = "4242424242424242";
    private static final String ASKS = "4000002760003184";
    private static final String ASKS_BY_NAME = "pm_card_authenticationRequired";
    private static final Pattern SAID = Pattern.compile(".+");
    private static final Pattern CARD_NUMBER = Pattern.compile("(\\d[ +]?){13,}");

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @AutoClose
    private final Shop shop = new Shop(stripe.address());

    @AutoClose
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    // Ends with Playwright itself.
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

    private final List<String> sentToTheShop = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Page page = opened();

    private Page opened() {
        Page opened = browser.newPage();
        opened.onRequest(this::note);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    @BeforeEach
    void beginAnew() {
        if (page.isClosed()) {
            page = opened();
        }
        sentToTheShop.clear();
        complaints.clear();
    }

    private void note(Request request) {
        if (request.url().startsWith(shop.address())) {
            String body = request.postData();
            sentToTheShop.add(request.url() + " " + (body == null ? "" : body));
        }
    }

    @AfterEach
    void noCardNumberReachedTheShop() {
        assertThat(sentToTheShop)
                .isNotEmpty()
                .noneMatch(sent -> CARD_NUMBER.matcher(sent).find());
        assertThat(complaints).isEmpty();
    }

    @Test
    void paysWithANewCard() {
        Reply payment = stripe.payment();

        visit("payment", payment);
        type(VISA, "1234", "123");
        assertThat(page.locator("#events")).containsText("complete");
        JsonNode outcome = pay();

        assertThat(outcome.at("/paymentIntent/status").asString()).isEqualTo("succeeded");
        assertThat(stripe.reread(payment).text("/status")).isEqualTo("succeeded");
    }

    @Test
    void savesACard() {
        String customer = stripe.customer();
        Reply setup = stripe.post("/v1/setup_intents", "customer=" + customer);

        visit("setup", setup);
        type("5555555555554444", "0140", "123");
        JsonNode outcome = pay();

        assertThat(outcome.at("/setupIntent/status").asString()).isEqualTo("succeeded");
        assertThat(stripe.get("/v1/customers/" + customer + "/payment_methods").text("/data/0/card/exp_year"))
                .isEqualTo("2040");
    }

    @Test
    void paysAfterThreeDSecure() {
        Reply payment = stripe.payment();

        visit("payment", payment);
        type(ASKS, "1234", "123");
        click("Pay");
        answerTheBank("Complete");

        assertThat(outcome().at("/paymentIntent/status").asString()).isEqualTo("succeeded");
        assertThat(page.locator("[role=dialog]")).hasCount(0);
    }

    /** What was clicked before would be lost, and the customer wait for ever. */
    @Test
    void answersTheBankOnceItsPageListens() {
        Reply payment = stripe.payment();
        List<Route> heldBack = new ArrayList<>();
        page.route("**/3d_secure.js", heldBack::add);

        visit("payment", payment);
        type(ASKS, "1234", "123");
        click("Pay");
        assertThat(bankAnswer("Complete")).isDisabled();
        assertThat(bankAnswer("Fail")).isDisabled();

        page.waitForCondition(() -> !heldBack.isEmpty());
        heldBack.forEach(Route::resume);
        page.unrouteAll();
        answerTheBank("Complete");
        assertThat(outcome().at("/paymentIntent/status").asString()).isEqualTo("succeeded");
    }

    @Test
    void isToldThatThreeDSecureFailedAndPaysWithAnotherCard() {
        Reply payment = stripe.payment();

        visit("payment", payment);
        type(ASKS, "1234", "123");
        click("Pay");
        answerTheBank("Fail");

        JsonNode failed = outcome();
        assertThat(failed.at("/error/code").asString()).isEqualTo("payment_intent_authentication_failure");
        assertThat(failed.at("/error/payment_intent/status").asString()).isEqualTo("requires_payment_method");
        type(VISA, "1234", "123");
        click("Pay");
        assertThat(page.locator("#outcome")).containsText("succeeded");
    }

    @Test
    void walksAwayFromThreeDSecure() {
        Reply payment = stripe.payment();
        visit("payment", payment);
        type(ASKS, "1234", "123");
        click("Pay");
        assertThat(bank().getByRole(AriaRole.BUTTON, button("Complete"))).isVisible();

        page.close();

        assertThat(stripe.reread(payment).text("/status")).isEqualTo("requires_action");
    }

    @Test
    void isToldWhyACardIsDeclined() {
        Reply payment = stripe.payment();

        visit("payment", payment);
        type("4000000000009995", "1234", "123");
        JsonNode outcome = pay();

        assertThat(outcome.at("/error/type").asString()).isEqualTo("card_error");
        assertThat(outcome.at("/error/decline_code").asString()).isEqualTo("insufficient_funds");
        assertThat(outcome.at("/error/message").asString()).isEqualTo("Your card has insufficient funds.");
    }

    @ParameterizedTest
    @CsvSource({
        "'',               '',   '',   incomplete_number",
        "4242424242424241, 1234, 123,  incorrect_number",
        "42424242,         1234, 123,  incomplete_number",
        "4242424242424242, 12,   123,  incomplete_expiry",
        "4242424242424242, 1220, 123,  invalid_expiry_year_past",
        "4242424242424242, 1234, 12,   incomplete_cvc",
        "378282246310005,  1234, 123,  incomplete_cvc"
    })
    void isToldWhatIsWrongBeforeAnythingIsSent(String number, String expiry, String cvc, String code) {
        Reply payment = stripe.payment();

        visit("payment", payment);
        type(number, expiry, cvc);
        JsonNode outcome = pay();

        assertThat(outcome.at("/error/type").asString()).isEqualTo("validation_error");
        assertThat(outcome.at("/error/code").asString()).isEqualTo(code);
        assertThat(form().locator("[aria-invalid=true]").first()).isVisible();
        assertThat(stripe.reread(payment).text("/status")).isEqualTo("requires_payment_method");
    }

    @Test
    void paysWithACardWhoseCodeHasFourDigits() {
        visit("payment", stripe.payment());
        form().getByLabel("Card number").pressSequentially("378282246310005");
        form().getByLabel("Expiration date").pressSequentially("234");
        form().getByLabel("Security code").pressSequentially("12345");

        assertThat(form().getByLabel("Card number")).hasValue("3782 822463 10005");
        assertThat(form().getByLabel("Expiration date")).hasValue("02 / 34");
        assertThat(form().getByLabel("Security code")).hasValue("1234");
        assertThat(pay().at("/paymentIntent/status").asString()).isEqualTo("succeeded");
    }

    @Test
    void answersTheBankForAPaymentThatTheServerConfirmed() {
        Reply payment = stripe.paid(ASKS_BY_NAME, "return_url=" + shop.address() + "/back");

        visit("next", payment);
        click("Pay");
        answerTheBank("Complete");

        assertThat(outcome().at("/paymentIntent/status").asString()).isEqualTo("succeeded");
    }

    @Test
    void hasNothingToAnswerForAPaymentThatAwaitsNothing() {
        visit("next", stripe.payment());

        assertThat(pay().at("/thrown").asString()).contains("requires_action");
    }

    @Test
    void isLedToTheBankAndBackToTheShop() {
        Reply payment = stripe.paid(ASKS_BY_NAME, "return_url=" + shop.address() + "/back?order=1");

        page.navigate(payment.text("/next_action/redirect_to_url/url"));
        click("Complete");
        page.waitForURL("**/back?**");

        assertThat(page.url()).contains("order=1", "payment_intent=" + payment.id(), "redirect_status=succeeded");
    }

    @Test
    void isLedAwayAfterPayingUnlessThatIsNotNeeded() {
        Reply payment = stripe.payment();

        visit("redirect", payment);
        type(VISA, "1234", "123");
        click("Pay");
        page.waitForURL("**/back?**");

        assertThat(page.url()).contains("payment_intent=" + payment.id(), "redirect_status=succeeded");
    }

    @Test
    void givesTheServerATokenInsteadOfAPayment() {
        visit("token", stripe.payment());
        type(VISA, "1234", "123");

        String token = pay().at("/confirmationToken/id").asString();

        assertThat(stripe.payment("confirmation_token=" + token, "confirm=true").text("/status"))
                .isEqualTo("succeeded");
    }

    @Test
    void readsAPaymentWithoutWhatOnlyTheServerKnows() {
        visit("retrieve", stripe.payment("metadata[secret]=yes"));

        JsonNode outcome = pay();

        assertThat(outcome.at("/paymentIntent/amount").asInt()).isEqualTo(2000);
        assertThat(outcome.at("/paymentIntent").has("metadata")).isFalse();
    }

    @Test
    void isToldThatTheFormCannotBeShown() {
        open("payment", "pi_none_secret_none", "stripe");

        assertThat(page.locator("#events")).containsText("loaderror:resource_missing");
    }

    @Test
    void clearsTheForm() {
        visit("clear", stripe.payment());
        type(VISA, "1234", "123");

        click("Pay");

        assertThat(form().getByLabel("Card number")).hasValue("");
    }

    @Test
    void seesTheFormInTheDark() {
        Reply payment = stripe.payment();
        open("payment", payment.text("/client_secret"), "night");

        assertThat(form().locator("html")).hasAttribute("data-theme", "night");
    }

    @Test
    void readsWhatTheSimulatorIs() {
        page.navigate(shop.address() + "/back");
        page.navigate(stripe.address().toString());

        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Stripe simulator");
        assertThat(page.locator("body")).containsText("no real money moves");
        assertThat(page.locator("body")).containsText("pm_card_visa_chargeDeclined");
    }

    private void visit(String mode, Reply intent) {
        open(mode, intent.text("/client_secret"), "stripe");
        assertThat(page.locator("#events")).containsText("ready");
    }

    private void open(String mode, String secret, String theme) {
        page.navigate(shop.address() + "/shop?key=" + Simulation.PUBLISHABLE_KEY + "&mode=" + mode + "&theme=" + theme
                + "&secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    private FrameLocator form() {
        return page.frameLocator("#element iframe");
    }

    private void type(String number, String expiry, String cvc) {
        typeInto("Card number", number);
        typeInto("Expiration date", expiry);
        typeInto("Security code", cvc);
    }

    private void typeInto(String label, String text) {
        form().getByLabel(label).fill(text);
    }

    private void click(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static FrameLocator.GetByRoleOptions button(String name) {
        return new FrameLocator.GetByRoleOptions().setName(name);
    }

    private FrameLocator bank() {
        return page.frameLocator("[role=dialog] iframe");
    }

    private void answerTheBank(String answer) {
        bankAnswer(answer).click();
    }

    private Locator bankAnswer(String answer) {
        return bank().getByRole(AriaRole.BUTTON, button(answer));
    }

    private JsonNode pay() {
        click("Pay");
        return outcome();
    }

    private JsonNode outcome() {
        Locator outcome = page.locator("#outcome");
        assertThat(outcome).hasText(SAID);
        return Simulation.JSON.readTree(outcome.textContent());
    }
}
