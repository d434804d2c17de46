package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** The pages of the dashboard, as whoever has no key gets them. */
@BorderTest
class DashboardPagesIT {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    private LedgerClient client;

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        client = new LedgerClient(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/transactions",
                "/usage",
                "/payment-methods",
                "/auto-top-up",
                "/receipts",
                "/console",
                "/console/accounts/acme"
            })
    void eachAddressIsThePageAndAskedForEveryTime(String address) {
        Answer page = anonymous(address).is(200);

        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("<div id=\"root\">");
        assertThat(page.header("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void whatIsNamedByItsContentIsNeverAskedForAgain() {
        Matcher script = SCRIPT.matcher(anonymous("/").body());
        assertThat(script.find()).isTrue();

        Answer loaded = anonymous(script.group(1)).is(200);

        assertThat(loaded.header("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(loaded.header("Content-Type").orElseThrow()).contains("javascript");
    }

    @Test
    void thePageHasNoScriptsOrStylesOfItsOwn() {
        assertThat(anonymous("/").body())
                .doesNotContain("<style", " style=", "<script>", " onclick=")
                .doesNotContain("http://", "https://");
    }

    @Test
    void anUnknownAddressIsNoPage() {
        client.get("/v1/nothing").isProblem(404, "not-found");
        client.get("/nothing").isProblem(404, "not-found");
        anonymous("/assets/nothing.js").isProblem(404, "not-found");
        anonymous("/v1/accounts/alice").isProblem(401, "unauthenticated");
    }

    private Answer anonymous(String path) {
        return client.send(client.anonymous(path));
    }
}
