package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.simulator.Simulation.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private final Path directory;

    RestartTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Simulation start() {
        return Simulation.with(Settings.defaults().withDataDirectory(directory));
    }

    @Test
    void everythingIsStillThereAfterwards() {
        Reply paid;
        List<String> happened;
        try (Simulation stripe = start()) {
            paid = stripe.postWithKey(
                    "k",
                    "/v1/payment_intents",
                    "amount=2000",
                    "currency=usd",
                    "payment_method_types[]=card",
                    "payment_method=pm_card_visa",
                    "confirm=true");
            stripe.control("PUT", "/clock", "{\"advanceSeconds\":50}");
            stripe.customer();
            happened = stripe.happened();
        }
        try (Simulation stripe = start()) {
            assertThat(stripe.reread(paid).body()).isEqualTo(paid.body());
            assertThat(stripe.happened()).isEqualTo(happened);
            Reply again = stripe.postWithKey(
                    "k",
                    "/v1/payment_intents",
                    "amount=2000",
                    "currency=usd",
                    "payment_method_types[]=card",
                    "payment_method=pm_card_visa",
                    "confirm=true");
            assertThat(again.id()).isEqualTo(paid.id());
        }
    }

    @Test
    void aChallengeIsStillOpenAfterwards() {
        Reply asked;
        try (Simulation stripe = start()) {
            asked = stripe.paid("pm_card_threeDSecureRequired");
        }
        try (Simulation stripe = start()) {
            Reply done = stripe.control("POST", "/authenticate/" + asked.id(), "{\"outcome\":\"succeed\"}");
            assertThat(done.text("/status")).isEqualTo("succeeded");
        }
    }

    @Test
    void whatWasNotDeliveredIsDeliveredAfterwards() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            Settings settings =
                    Settings.defaults().withDataDirectory(directory).withWebhooks(receiver.address(), List.of("whsec"));
            try (Simulation stripe = Simulation.with(settings)) {
                stripe.control("PUT", "/webhooks", "{\"deliver\":false}");
                stripe.customer();
            }
            try (Simulation stripe = Simulation.with(settings)) {
                stripe.control("PUT", "/webhooks", "{\"deliver\":true}");
                await().until(() -> receiver.types().equals(List.of("customer.created")));
            }
        }
    }

    @Test
    void aChangeThatWasCutOffIsNotThere() throws IOException {
        String customer;
        try (Simulation stripe = start()) {
            customer = stripe.customer();
        }
        Path file = directory.resolve("stripe-simulator.jsonl");
        Files.writeString(file, "{\"CUSTOMER\":{\"cus_torn\":{\"id\":\"cus_t", StandardOpenOption.APPEND);

        try (Simulation stripe = start()) {
            assertThat(stripe.get("/v1/customers").data())
                    .extracting(found -> found.get("id").asString())
                    .containsExactly(customer);
            assertThat(stripe.post("/v1/customers").status()).isEqualTo(200);
        }
        try (Simulation stripe = start()) {
            assertThat(stripe.get("/v1/customers").data()).hasSize(2);
        }
    }

    @Test
    void forgettingEverythingLasts() {
        try (Simulation stripe = start()) {
            stripe.customer();
            stripe.control("DELETE", "/data", "");
        }
        try (Simulation stripe = start()) {
            assertThat(stripe.counts().values()).containsOnly(0L);
        }
    }

    @Test
    void aPortIsWaitedForUntilThePredecessorLeavesIt() {
        CompletableFuture<Simulation> successor;
        try (Simulation predecessor = start()) {
            int port = predecessor.address().getPort();
            predecessor.customer();
            successor = CompletableFuture.supplyAsync(
                    () -> Simulation.with(Settings.defaults().withPort(port).withDataDirectory(directory)));
            assertThat(predecessor.counts()).containsEntry("customers", 1L);
        }
        try (Simulation stripe = successor.join()) {
            assertThat(stripe.counts()).containsEntry("customers", 1L);
        }
    }
}
