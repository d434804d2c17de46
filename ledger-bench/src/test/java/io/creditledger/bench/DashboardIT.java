package io.creditledger.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers at the dashboard: a real browser, the built service, and the simulator in place of Stripe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private final DashboardStage stage;
    private final LedgerClient platform;
    private String account;
    private Customer customer;

    @RegisterExtension
    final AfterTestExecutionCallback witness =
            test -> test.getExecutionException().ifPresent(_ -> System.out.println(customer.surroundings()));

    DashboardIT() throws IOException {
        stage = new DashboardStage("dashboard");
        platform = stage.platform();
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
        platform.open(account, 50_000);
        customer.close();
        customer = stage.customer(ColorScheme.LIGHT).follows(link());
        assertThat(customer.greenCard()).containsText("50,000");
    }

    @AfterEach
    void leaves() {
        customer.hasNothingToComplainOf();
    }

    private String link() throws IOException {
        return stage.link(account);
    }

    private void spend(long credits) throws IOException {
        stage.spend(account, credits, "shop");
    }

    @Test
    void seesWhatIsSpentAsItIsSpent() throws IOException {
        assertThat(customer.orangeCard()).containsText("0%");

        spend(12_500);

        assertThat(customer.greenCard()).containsText("37,500");
        assertThat(customer.orangeCard()).containsText("12,500");
        assertThat(customer.orangeCard()).containsText("25% of 50,000 credits in total");
        Locator row = customer.page().getByRole(AriaRole.ROW).nth(1);
        assertThat(row).containsText("Website generation");
        assertThat(row).containsText("\u221212,500");
        assertThat(row.getByRole(AriaRole.LINK)).hasAttribute("href", "https://shop.example/");
    }

    @Test
    void seesItInEveryTabOverOneConnection() throws IOException {
        Page other = customer.anotherTab("/");
        assertThat(other.locator("[data-card=green]")).containsText("50,000");

        spend(1_000);

        assertThat(other.locator("[data-card=green]")).containsText("49,000");
        assertThat(customer.greenCard()).containsText("49,000");
        assertThat(customer.connections()).isEqualTo(1);
    }

    @Test
    void buysWithANewCard() {
        customer.button("Add credits").first().click();
        customer.radio("50,000 credits, $45.00").click();
        customer.typesCard(Customer.VISA);
        customer.button("Pay $45.00").click();

        assertThat(customer.dialog()).containsText("50,000 credits were added");
        assertThat(customer.dialog()).containsText("100,000");
        customer.button("Done").click();
        assertThat(customer.dialog()).hasCount(0);
        assertThat(customer.greenCard()).containsText("100,000");
        assertThat(customer.button("Add credits").first()).isFocused();
        assertThat(customer.page().getByRole(AriaRole.ROW).nth(1)).containsText("Purchase");
    }

    @Test
    void buysOnceHoweverOftenTheButtonIsPressed() throws IOException {
        customer.button("Add credits").first().click();
        customer.typesCard(Customer.VISA);
        customer.button("Pay $10.00").dblclick();

        assertThat(customer.dialog()).containsText("10,000 credits were added");
        assertThat(purchases()).hasSize(1);
    }

    @Test
    void passesThreeDSecure() {
        customer.button("Add credits").first().click();
        customer.typesCard(Customer.ASKS);
        customer.button("Pay $10.00").click();
        customer.answersTheBank("Complete");

        assertThat(customer.dialog()).containsText("10,000 credits were added");
        assertThat(customer.greenCard()).containsText("60,000");
    }

    /** What is said of a test that failed is in its report, and no card number may be. */
    @Test
    void saysWhatIsInSightWithoutTheCardThatWasTyped(@TempDir Path folder) throws IOException {
        customer.button("Add credits").first().click();
        customer.typesCard(Customer.VISA);
        Findings findings = new Findings(List.of());

        String said = customer.surroundings();
        findings.lookThrough(Files.writeString(folder.resolve("said"), said));

        assertThat(said).contains("textbox \"Card number\": (card number)", "50,000 credits", "/v1/config");
        assertThat(findings.found()).isEmpty();
    }

    @Test
    void failsThreeDSecureAndPaysWithAnotherCard() throws IOException {
        customer.button("Add credits").first().click();
        customer.typesCard(Customer.ASKS);
        customer.button("Pay $10.00").click();
        customer.answersTheBank("Fail");

        assertThat(customer.page().getByRole(AriaRole.ALERT)).containsText("could not confirm that it is you");
        assertThat(customer.greenCard()).containsText("50,000");
        customer.typesCard(Customer.VISA);
        customer.button("Pay $10.00").click();
        assertThat(customer.dialog()).containsText("10,000 credits were added");
        assertThat(purchases()).as("the same purchase, paid by another card").hasSize(1);
    }

    @Test
    void isToldWhyACardIsDeclinedAndKeepsTheForm() {
        customer.button("Add credits").first().click();
        customer.typesCard(Customer.DECLINED);
        customer.button("Pay $10.00").click();

        assertThat(customer.page().getByRole(AriaRole.ALERT)).containsText("insufficient funds");
        assertThat(customer.button("Pay $10.00")).isVisible();
    }

    @Test
    void cannotLoseThePaymentWhileTheBankAsks() {
        customer.button("Add credits").first().click();
        customer.typesCard(Customer.ASKS);
        customer.button("Pay $10.00").click();
        Locator bank = customer.page().locator("iframe[title='3-D Secure authentication']");
        assertThat(bank).isVisible();

        customer.page().keyboard().press("Escape");
        customer.page().mouse().click(5, 5);

        assertThat(bank).isVisible();
        assertThat(customer.page().getByText("Answer its question to go on")).isVisible();
        customer.answersTheBank("Complete");
        assertThat(customer.dialog()).containsText("10,000 credits were added");
    }

    @Test
    void goesOnWithThePaymentAfterLoadingThePageAnew() throws IOException {
        customer.button("Add credits").first().click();
        customer.typesCard(Customer.ASKS);
        customer.button("Pay $10.00").click();
        // A browser takes its question back, and stays, when a frame of the page is filled at that moment.
        assertThat(customer.answerToTheBank("Complete")).isVisible();

        // The page asks whether to leave, and is answered yes.
        customer.page().reload();

        assertThat(customer.dialog()).containsText("Your payment is waiting for you");
        customer.button("Continue to your bank").click();
        customer.answersTheBank("Complete");
        assertThat(customer.dialog()).containsText("10,000 credits were added");
        assertThat(purchases()).hasSize(1);
    }

    @Test
    void savesCardsChoosesTheDefaultAndRemovesOne() throws IOException {
        customer.goesTo("/payment-methods");
        addCard(Customer.VISA);
        assertThat(customer.page().getByText("Visa ending in 4242")).isVisible();
        addCard(Customer.ASKS);
        customer.answersTheBank("Complete");
        Locator second = customer.page().getByText("Visa ending in 3184");
        assertThat(second).isVisible();

        customer.button("Make Visa ending in 3184 the default").click();
        assertThat(customer.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("3184")))
                .containsText("Default");
        customer.button("Add credits").first().click();
        assertThat(customer.radio("Visa ending in 3184")).isChecked();
        customer.page().keyboard().press("Escape");

        customer.button("Remove Visa ending in 4242").click();
        customer.button("Cancel").click();
        assertThat(customer.page().getByText("Visa ending in 4242")).isVisible();
        customer.button("Remove Visa ending in 4242").click();
        customer.button("Remove card").click();
        assertThat(customer.page().getByText("Visa ending in 4242 was removed")).isVisible();
        assertThat(customer.button("Remove Visa ending in 4242")).hasCount(0);
        Awaitility.await("the card is gone")
                .until(() -> platform.get("/v1/accounts/" + account + "/payment-methods")
                                .json()
                                .size()
                        == 1);
    }

    private void addCard(String number) {
        customer.button("Add a card").click();
        customer.typesCard(number);
        customer.button("Save card").click();
    }

    @Test
    void buysWithTheSavedCardAndAnswersTheBank() {
        customer.goesTo("/payment-methods");
        addCard(Customer.ASKS);
        customer.answersTheBank("Complete");
        assertThat(customer.page().getByText("Visa ending in 3184")).isVisible();

        customer.button("Add credits").first().click();
        assertThat(customer.radio("Visa ending in 3184")).isChecked();
        customer.button("Pay $10.00").click();
        customer.answersTheBank("Complete");

        assertThat(customer.dialog()).containsText("10,000 credits were added");
    }

    @Test
    void findsTransactionsByAnAddressThatCanBeKept() throws IOException {
        spend(300);
        spend(700);
        customer.goesTo("/transactions?type=consumption");
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(3);

        customer.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Details of"))
                .first()
                .click();
        assertThat(customer.page().getByRole(AriaRole.DIALOG)).containsText("\u2212700");
        assertThat(customer.page()).hasURL(Pattern.compile(".*[?&]open=.*"));
        customer.page().keyboard().press("Escape");
        assertThat(customer.page().getByRole(AriaRole.DIALOG)).hasCount(0);

        customer.button("Clear all filters").click();
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(4);
    }

    @Test
    void comesBackToTheSamePlaceByANewLink() throws IOException {
        customer.goesTo("/transactions?type=grant");
        assertThat(customer.heading("Transactions")).isVisible();
        customer.forgetsCookies();
        customer.button("Download CSV").click();
        assertThat(customer.heading("This link has expired")).isVisible();

        customer.follows(link());

        assertThat(customer.heading("Transactions")).isVisible();
        assertThat(customer.page()).hasURL(stage.address() + "/transactions?type=grant");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void canBeUsedByEverybody(ColorScheme colors) throws IOException {
        spend(1_234);
        customer.close();
        customer = stage.customer(colors).follows(link());
        assertThat(customer.page().getByText("1,234").first()).isVisible();
        assertThat(customer.page().locator(".recharts-bar-rectangle").first()).isVisible();
        hasNoBarriers("overview");

        customer.button("Add credits").first().click();
        assertThat(customer.page()
                        .frameLocator("iframe[title='Secure payment input frame']")
                        .getByLabel("Card number"))
                .isVisible();
        hasNoBarriers("buying");

        customer.goesTo("/transactions");
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(3);
        hasNoBarriers("transactions");

        customer.goesTo("/payment-methods");
        assertThat(customer.page().getByText("No saved cards")).isVisible();
        hasNoBarriers("payment methods");
    }

    private void hasNoBarriers(String place) throws IOException {
        assertThat(customer.barriers()).as(place).isEmpty();
    }

    private Iterable<?> purchases() throws IOException {
        return platform.get("/v1/accounts/" + account + "/purchases").json().path("items");
    }
}
