package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer who buys, pays in a browser and watches the balance. */
final class Buyer implements AutoCloseable {

    private static final String DATA = "data: ";
    private static final long CREDITS = 10_000;

    private final AccountId account;
    private final SimulatedStripe stripe;
    private final HttpConnection connection;
    private final BufferedReader stream;

    Buyer(Ledger ledger, SimulatedStripe stripe, AccountId account) throws Exception {
        this.account = account;
        this.stripe = stripe;
        this.connection = ledger.connectHttp();
        HttpResponse<java.io.InputStream> events = HttpClient.newHttpClient()
                .send(ledger.request("/v1/accounts/" + account + "/stream").build(), BodyHandlers.ofInputStream());
        this.stream = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8));
    }

    /**
     * Buys once.
     *
     * @param number how many purchases came before
     * @return nanoseconds from the arrival of the news until the balance was on the stream
     */
    long buy(int number) throws IOException, InterruptedException {
        HttpConnection.Answer started = connection.post(
                "/v1/accounts/" + account + "/purchases", "purchase-" + number, "{\"packageId\": \"credits-10000\"}");
        if (!started.isSuccess()) {
            throw new IllegalStateException("refused: " + started.text());
        }
        JsonNode purchase = JsonMapper.shared().readTree(started.text());
        stripe.pay(purchase.path("clientSecret").asString());
        awaitBalance((number + 1) * CREDITS);
        return System.nanoTime()
                - stripe.arrivalOf(purchase.path("paymentIntentId").asString());
    }

    private void awaitBalance(long credits) throws IOException {
        while (true) {
            String line = stream.readLine();
            if (line == null) {
                throw new EOFException("the stream has ended");
            }
            if (line.startsWith(DATA)
                    && JsonMapper.shared()
                                    .readTree(line.substring(DATA.length()))
                                    .path("current")
                                    .asLong(-1)
                            == credits) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
        stream.close();
    }
}
