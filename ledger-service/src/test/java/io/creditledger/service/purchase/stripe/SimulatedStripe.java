package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.simulator.Settings;
import io.creditledger.simulator.StripeSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator, and what can be made to happen there. */
final class SimulatedStripe implements AutoCloseable {

    static final String SECRET_KEY = Settings.defaults().secretKey();

    private final HttpClient http = HttpClient.newHttpClient();
    private final StripeSimulator simulator;

    private SimulatedStripe(StripeSimulator simulator) {
        this.simulator = simulator;
    }

    static SimulatedStripe start() {
        return new SimulatedStripe(StripeSimulator.start(Settings.defaults()));
    }

    String address() {
        return simulator.address().toString();
    }

    void deliverTo(URI url, String... secrets) {
        simulator.deliverWebhooksTo(url, List.of(secrets));
    }

    JsonNode control(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(simulator.address().resolve("/_simulator" + path))
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void faults(String json) {
        control("PUT", "/faults", json);
    }

    /** How often the customer's cards were charged with success. */
    long charges(CustomerReference customer) {
        return control("GET", "/state", "")
                .get("charges")
                .valueStream()
                .filter(charge -> charge.path("customer").asString("").equals(customer.value()))
                .filter(charge -> charge.path("status").asString("").equals("succeeded"))
                .count();
    }

    @Override
    public void close() {
        simulator.close();
        http.close();
    }
}
