package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @ParameterizedTest
    @CsvSource({
        "/,                     text/html",
        "/elements/payment,     text/html",
        "/elements/payment.css, text/css",
        "/elements/payment.js,  text/javascript",
        "/stripe.js,            text/javascript",
        "/dahlia/stripe.js,     text/javascript",
        "/3d_secure.js,         text/javascript",
        "/style.css,            text/css"
    })
    void isServed(String path, String type) throws IOException {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/elements/payment", "/3d_secure/pi_x"})
    void isShownOnlyWithinPagesOfThisMachine(String path) throws IOException {
        assertThat(get(path).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors http://localhost:* http://127.0.0.1:*")
                        .doesNotContain("unsafe"));
    }

    @Test
    void theBanksPageIsOnlyForWhoeverWasSentThere() throws IOException {
        Reply payment = stripe.paid("pm_card_threeDSecureRequired");
        String page = payment.text("/next_action/use_stripe_sdk/stripe_js")
                .substring(stripe.address().toString().length());

        assertThat(get(page).body()).contains("20.00 USD", "Visa •••• 3063", "Complete", "Fail");
        assertThat(get("/3d_secure/" + payment.id()).body()).contains("Nothing to authenticate");

        post("/3d_secure/" + payment.id(), "challenge=guessed&outcome=succeed");
        assertThat(stripe.reread(payment).text("/status")).isEqualTo("requires_action");
        post("/3d_secure/" + payment.id(), page.substring(page.indexOf('?') + 1) + "&outcome=succeed");
        assertThat(stripe.reread(payment).text("/status")).isEqualTo("succeeded");
        assertThat(get(page).body()).contains("Nothing to authenticate");
    }

    @Test
    void aReceiptShowsWhatWasPaid() throws IOException {
        Reply paid = stripe.paid("pm_card_visa", "expand[]=latest_charge");
        String receipt = paid.text("/latest_charge/receipt_url")
                .substring(stripe.address().toString().length());

        assertThat(get(receipt).body()).contains("Receipt", "20.00 USD", "Visa •••• 4242");
        assertThat(get("/receipts/ch_x").statusCode()).isEqualTo(404);
        assertThat(get("/admin").statusCode()).isEqualTo(404);
    }

    @Test
    void answersToNoNameButThisMachines() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), stripe.address().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 421");
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        return stripe.exchange(
                HttpRequest.newBuilder(stripe.address().resolve(path)).GET());
    }

    private void post(String path, String body) throws IOException {
        stripe.exchange(
                HttpRequest.newBuilder(stripe.address().resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
