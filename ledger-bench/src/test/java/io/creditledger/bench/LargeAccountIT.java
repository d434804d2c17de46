package io.creditledger.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account that has been used a lot is as quick to use as a new one: what a page does depends on what it shows, not on what there is. */
class LargeAccountIT {

    private static final Logger log = LoggerFactory.getLogger(LargeAccountIT.class);

    private static final String ACCOUNT = "large";
    private static final int TRANSACTIONS = 100_000;
    private static final int BATCH = 1_000;
    private static final int WEBSITES = 40;
    private static final int ROWS_AT_ONCE = 50;
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    /** Notes how long each press took from the finger to the picture, in milliseconds; what is quicker than 16 is not told. */
    private static final String STOPWATCH = """
            window.slowest = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                window.slowest = Math.max(window.slowest, entry.duration);
              }
            }).observe({ type: 'event', durationThreshold: 16, buffered: true });""";

    @Test
    void isAsQuickAsASmallOne() throws IOException {
        try (DashboardStage stage = new DashboardStage("large-account")) {
            stage.start();
            stage.platform().open(ACCOUNT, 1_000_000);
            for (int first = 0; first < TRANSACTIONS; first += BATCH) {
                consumes(stage, first);
            }
            Awaitility.await("all is in the list").atMost(CATCHING_UP).until(() -> newest(stage)
                    .equals("Consumption " + (TRANSACTIONS - 1)));
            try (Customer customer = stage.customer(ColorScheme.LIGHT).follows(stage.link(ACCOUNT))) {
                assertThat(customer.greenCard()).containsText("900,000");
                looksAround(customer);
                customer.hasNothingToComplainOf();
            }
        }
    }

    private static void consumes(DashboardStage stage, int first) throws IOException {
        String items = IntStream.range(first, first + BATCH)
                .mapToObj(number -> """
                        {"accountId": "%s", "idempotencyKey": "%d", "amount": 1, "description": "Consumption %2$d",
                         "website": {"id": "site-%d"}}""".formatted(ACCOUNT, number, number % WEBSITES))
                .collect(Collectors.joining(",", "{\"items\": [", "]}"));
        LedgerClient.Answer answer = stage.platform().send("POST", "/v1/consumptions/batch", null, items);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("results"))
                .allSatisfy(result -> assertThat(result.path("status").asInt()).isEqualTo(201));
    }

    private static String newest(DashboardStage stage) throws IOException {
        return stage.platform()
                .get("/v1/accounts/" + ACCOUNT + "/transactions?limit=1")
                .json()
                .path("items")
                .path(0)
                .path("description")
                .asString();
    }

    private static void looksAround(Customer customer) {
        customer.goesTo("/transactions");
        showsRows(customer, ROWS_AT_ONCE);
        customer.page().evaluate(STOPWATCH);

        takes(customer, "more rows", 1, () -> {
            customer.button("Load more").click();
            showsRows(customer, 2 * ROWS_AT_ONCE);
        });
        takes(customer, "a filter", 1, () -> {
            customer.button("7 days").click();
            showsRows(customer, ROWS_AT_ONCE);
        });
        takes(customer, "closer rows", 0, () -> {
            customer.button("Columns and rows").click();
            customer.button("Compact").click();
        });
        takes(customer, "details", 0, () -> {
            customer.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Details of"))
                    .first()
                    .click();
            assertThat(customer.page().getByRole(AriaRole.DIALOG)).isVisible();
        });
        customer.page().keyboard().press("Escape");

        customer.goesTo("/usage");
        assertThat(customer.page().getByText("100,000 credits used").first()).isVisible();
        customer.page().evaluate(STOPWATCH);
        takes(customer, "another period", 0, () -> {
            customer.button("30 days").click();
            assertThat(customer.button("30 days")).hasAttribute("aria-pressed", "true");
        });
        assertThat(customer.page().locator(".recharts-bar")).hasCount(8);
    }

    private static void showsRows(Customer customer, int rows) {
        assertThat(customer.page().getByRole(AriaRole.ROW)).hasCount(rows + 1);
    }

    /** Does something, prints how long the slowest press took since, and counts what was asked for transactions. */
    private static void takes(Customer customer, String deed, int requests, Runnable interaction) {
        customer.page().evaluate("window.slowest = 0");
        long before = askedForTransactions(customer);
        interaction.run();
        // An event is told of once its picture is there.
        customer.page().evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
        log.info(
                "{} of {} transactions: {} ms",
                deed,
                TRANSACTIONS,
                customer.page().evaluate("window.slowest"));
        assertThat(askedForTransactions(customer) - before).as(deed).isEqualTo(requests);
    }

    private static long askedForTransactions(Customer customer) {
        return customer.requests().stream()
                .filter(asked -> asked.contains("/transactions?"))
                .count();
    }
}
