package io.creditledger.simulator.browser;

import io.creditledger.simulator.stripe.Dashboard;
import io.creditledger.simulator.stripe.TestCard;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page that tells a developer where they are and what they can do. */
final class Home {

    private static final List<Example> EXAMPLES = List.of(
            new Example("Complete 3-D Secure", "POST", "/authenticate/pi_...", "{\"outcome\":\"succeed\"}"),
            new Example("Refund in the dashboard", "POST", "/refunds", "{\"paymentIntent\":\"pi_...\",\"amount\":500}"),
            new Example("Dispute", "POST", "/disputes", "{\"paymentIntent\":\"pi_...\",\"reason\":\"fraudulent\"}"),
            new Example("Close a dispute", "POST", "/disputes/du_.../close", "{\"outcome\":\"won\"}"),
            new Example("Fail the next three calls", "PUT", "/faults", "{\"status\":500,\"times\":3}"),
            new Example("Act, but do not answer", "PUT", "/faults", "{\"dropAfterEffect\":true,\"times\":1}"),
            new Example("Hold webhooks back", "PUT", "/webhooks", "{\"deliver\":false}"),
            new Example("Send what waits, shuffled", "POST", "/webhooks/flush", "{\"shuffle\":true}"),
            new Example("Let a day pass", "PUT", "/clock", "{\"advanceSeconds\":86400}"),
            new Example("Forget everything", "DELETE", "/data", "{}"));

    private final URI address;
    private final Dashboard dashboard;

    private record Example(String purpose, String method, String path, String body) {}

    Home(URI address, Dashboard dashboard) {
        this.address = address;
        this.dashboard = dashboard;
    }

    Template content() {
        return Template.of("home.html")
                .with("address", address.toString())
                .withMarkup("counts", counts())
                .withMarkup("controls", controls())
                .withMarkup("cards", cards());
    }

    private String counts() {
        return dashboard.counts().entrySet().stream()
                .map(count -> "<div><dt>" + count.getKey() + "</dt><dd>" + count.getValue() + "</dd></div>")
                .collect(Collectors.joining());
    }

    private String controls() {
        String decline = "curl -u KEY: " + address + "/v1/payment_intents -d amount=1000 -d currency=usd"
                + " -d \"payment_method_types[]=card\" \\\n"
                + "     -d payment_method=pm_card_visa_chargeDeclined -d confirm=true";
        return example("Decline (with the secret key)", decline)
                + EXAMPLES.stream().map(this::control).collect(Collectors.joining());
    }

    private String control(Example example) {
        return example(
                example.purpose(),
                "curl -X " + example.method() + " " + address + "/_simulator" + example.path() + " -d '"
                        + example.body() + "'");
    }

    private static String example(String purpose, String command) {
        return "<h3>" + Template.escaped(purpose) + "</h3><pre>" + Template.escaped(command) + "</pre>";
    }

    private static String cards() {
        return Arrays.stream(TestCard.values()).map(Home::row).collect(Collectors.joining());
    }

    private static String row(TestCard card) {
        String number = card.number().replaceAll("(\\d{4})(?=\\d)", "$1 ");
        return "<tr><td><code>" + number + "</code></td><td><code>" + card.alias() + "</code></td><td>"
                + Template.escaped(card.behaviour()) + "</td></tr>";
    }
}
