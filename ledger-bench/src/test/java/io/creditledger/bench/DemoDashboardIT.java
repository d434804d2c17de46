package io.creditledger.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Somebody who has read nothing and follows the one link that is printed. */
class DemoDashboardIT {

    @Test
    void aFirstVisitorSpendsAndBuysAndWatches() throws IOException {
        try (DashboardStage stage = new DashboardStage("demo").withDemo()) {
            stage.start();
            stage.platform().open("other", 100);
            try (Customer visitor = stage.customer(ColorScheme.LIGHT).follows(stage.link("demo"))) {
                assertThat(visitor.greenCard()).containsText("18,455");
                visitor.button("Generate Corner Bakery").click();
                assertThat(visitor.greenCard()).containsText("18,035");
                assertThat(visitor.orangeCard()).containsText("6,965");
                visitor.button("Generate Morning Yoga").click();
                assertThat(visitor.greenCard()).containsText("17,615");

                visitor.button("Add credits").first().click();
                visitor.radio("10,000 credits, $10.00").click();
                visitor.typesCard(Customer.VISA);
                visitor.button("Pay $10.00").click();
                assertThat(visitor.dialog()).containsText("10,000 credits were added");
                visitor.button("Done").click();
                assertThat(visitor.greenCard()).containsText("27,615");
                visitor.hasNothingToComplainOf();
            }
            try (Customer other = stage.customer(ColorScheme.DARK).follows(stage.link("other"))) {
                assertThat(other.greenCard()).containsText("100");
                assertThat(other.button("Generate Corner Bakery")).hasCount(0);
            }
        }
    }
}
