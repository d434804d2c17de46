package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A customer with a browser of their own, who came to the dashboard by a platform's link. Whatever goes wrong in it is noted. */
final class Customer implements AutoCloseable {

    static final String VISA = "4242424242424242";
    static final String MASTERCARD = "5555555555554444";
    static final String ASKS = "4000002760003184";
    static final String DECLINED = "4000000000009995";

    private static final double PATIENCE_MILLIS = 60_000;
    private static final Pattern CARD_NUMBER = Pattern.compile("(\\d[ +]?){13,}");
    private static final Pattern NO_LONGER_ASKED =
            Pattern.compile("No dialog is showing|has been closed|session closed");
    private static final Path AXE =
            Path.of(System.getProperty("ledger.axe", "../ledger-dashboard/node_modules/axe-core/axe.min.js"));
    private static final String REFUSED = "Failed to load resource";

    private final BrowserContext context;
    private final String address;
    private final List<String> sentToTheLedger = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    Customer(Browser browser, String address, ColorScheme colors, String zone) {
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(colors)
                .setLocale("en-US")
                .setTimezoneId(zone));
        this.address = address;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = newTab();
    }

    private Page newTab() {
        Page tab = context.newPage();
        tab.onRequest(this::note);
        tab.onPageError(complaints::add);
        tab.onDialog(Customer::answer);
        tab.onConsoleMessage(message -> {
            // A browser logs each refusal as an error, as of a card that is declined; whether it is one is for the test
            // to say.
            if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
                complaints.add(message.text());
            }
        });
        return tab;
    }

    /**
     * Leaves whatever page asks whether to. Left without a listener, the browser's driver would answer by itself, and end with all its
     * browsers when the page is gone before its answer is there.
     */
    private static void answer(Dialog dialog) {
        try {
            dialog.accept();
        } catch (PlaywrightException failure) {
            if (!NO_LONGER_ASKED.matcher(failure.getMessage()).find()) {
                throw failure;
            }
        }
    }

    private void note(Request request) {
        if (request.url().startsWith(address)) {
            String body = request.postData();
            sentToTheLedger.add(request.url() + " " + (body == null ? "" : body));
        }
    }

    Page page() {
        return page;
    }

    /** Another tab of the same browser. */
    Page anotherTab(String path) {
        Page tab = newTab();
        tab.navigate(address + path);
        return tab;
    }

    Customer follows(String link) {
        page.navigate(link);
        return this;
    }

    Customer goesTo(String path) {
        page.navigate(address + path);
        return this;
    }

    void forgetsCookies() {
        context.clearCookies();
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator greenCard() {
        return page.locator("[data-card=green]");
    }

    Locator orangeCard() {
        return page.locator("[data-card=orange]");
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Add credits"));
    }

    Locator radio(String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void typesCard(String number) {
        FrameLocator form = page.frameLocator("iframe[title='Secure payment input frame']");
        form.getByLabel("Card number").fill(number);
        form.getByLabel("Expiration date").fill("12 / 39");
        form.getByLabel("Security code").fill("123");
    }

    /**
     * Presses one of the bank's answers until it is taken, as anybody would. The bank's page is of another site, so it is in another
     * process of the browser, which gives some presses in a frame that has only just appeared to the page around it: one in fifty.
     */
    void answersTheBank(String answer) {
        Locator pressable = answerToTheBank(answer);
        pressable.click();
        Awaitility.await("the bank takes the answer").pollInSameThread().until(() -> {
            if (pressable.isVisible()) {
                pressable.click();
            }
            return !pressable.isVisible();
        });
    }

    /** One of the answers that the bank's page offers; none once it was given one. */
    Locator answerToTheBank(String answer) {
        return page.frameLocator("iframe[title='3-D Secure authentication']")
                .getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(answer).setDisabled(false));
    }

    /** What was asked of the ledger by all tabs together, addresses and bodies, in order. */
    List<String> requests() {
        return List.copyOf(sentToTheLedger);
    }

    /** What keeps some people from using the page, by the rules of axe. What is within the payment provider's frames is theirs. */
    List<?> barriers() throws IOException {
        page.evaluate(Files.readString(AXE));
        return (List<?>) page.evaluate("""
                async () => {
                  const { violations } = await axe.run(document, { iframes: false });
                  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
                }""");
    }

    /** How often the stream of news was asked for, by all tabs together. */
    long connections() {
        return sentToTheLedger.stream().filter(sent -> sent.contains("/stream")).count();
    }

    /** No card number came near us, no secret stood in an address, and the page broke none of its own rules. */
    void hasNothingToComplainOf() {
        assertThat(complaints).isEmpty();
        assertThat(sentToTheLedger)
                .isNotEmpty()
                .noneMatch(sent -> CARD_NUMBER.matcher(sent).find())
                .noneMatch(sent -> sent.contains("_secret_"));
        assertThat(page.url()).doesNotContain("token");
    }

    /**
     * What is in sight in each tab and its frames, and which addresses of the ledger were asked: why a test failed that can't be repeated.
     * Without bodies, since a session begins with a token in one, and without the number of the card that was typed.
     */
    String surroundings() {
        StringBuilder seen = new StringBuilder();
        for (Page tab : context.pages()) {
            for (Frame frame : tab.frames()) {
                seen.append("--- ").append(addressOf(frame)).append('\n');
                seen.append(frame.locator("body").ariaSnapshot()).append('\n');
            }
        }
        seen.append("--- asked of the ledger\n");
        sentToTheLedger.forEach(sent -> seen.append(sent.split(" ", 2)[0]).append('\n'));
        complaints.forEach(complaint -> seen.append("--- ").append(complaint).append('\n'));
        return CARD_NUMBER.matcher(seen).replaceAll("(card number)");
    }

    /** Without what follows the path: there may be secrets. */
    private static String addressOf(Frame frame) {
        return frame.url().split("[?#]", 2)[0];
    }

    @Override
    public void close() {
        context.close();
    }
}
