package io.creditledger.simulator.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where webhooks are sent to. */
record Receiver(URI address, List<String> secrets) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_SHOWN = 2_000;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** What the receiver said; the status is 0 if it said nothing. */
    record Response(int status, String body) {

        boolean isAccepted() {
            return status >= 200 && status < 300;
        }
    }

    Response post(String payload, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks) simulator")
                .POST(HttpRequest.BodyPublishers.ofString(payload));
        if (signature != null) {
            request.header(Signature.HEADER, signature);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Response(response.statusCode(), body.substring(0, Math.min(MAX_SHOWN, body.length())));
        } catch (IOException unreachable) {
            return new Response(0, unreachable.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Response(0, "the simulator is stopping");
        }
    }
}
