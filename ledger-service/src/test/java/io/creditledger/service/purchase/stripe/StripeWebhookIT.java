package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.param.PaymentIntentConfirmParams;
import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.LedgerApplication;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.LedgerCommand;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.BrowserPayments;
import io.creditledger.service.purchase.Purchasing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries over HTTP to the whole ledger, which pays at the simulator. */
@ExtendWith(OutputCaptureExtension.class)
class StripeWebhookIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final HikariDataSource POOL = POSTGRES.dataSource(2);
    private static final String SECRET = "whsec_new";
    private static final String OLD_SECRET = "whsec_old";
    private static final SimulatedStripe STRIPE = SimulatedStripe.start();

    private static @Nullable ConfigurableApplicationContext application;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient database = JdbcClient.create(POOL);

    @BeforeAll
    static void start() {
        var details = POSTGRES.connectionDetails();
        application = SpringApplication.run(
                LedgerApplication.class,
                "--server.port=0",
                "--ledger.api-key=key",
                "--ledger.database.url=" + details.getJdbcUrl(),
                "--ledger.database.username=" + details.getUsername(),
                "--ledger.database.password=" + details.getPassword(),
                "--ledger.stripe.secret-key=" + SimulatedStripe.SECRET_KEY,
                "--ledger.stripe.publishable-key=pk_test_simulator",
                "--ledger.stripe.webhook-secrets=" + SECRET + "," + OLD_SECRET,
                "--ledger.stripe.api-base=" + STRIPE.address(),
                "--ledger.stripe.simulator=true",
                // What comes in comes by webhook.
                "--ledger.stripe.first-poll=1h",
                "--ledger.purchases.check-every=1h");
        STRIPE.deliverTo(webhook(), SECRET);
    }

    @AfterAll
    static void stop() {
        running().close();
        STRIPE.close();
    }

    private static ConfigurableApplicationContext running() {
        return Objects.requireNonNull(application);
    }

    private static URI webhook() {
        return URI.create("http://localhost:" + running().getEnvironment().getRequiredProperty("local.server.port")
                + "/v1/stripe/webhook");
    }

    @Test
    void aPaymentIsCreditedByItsWebhookAlone(CapturedOutput output) throws Exception {
        AccountId account = new AccountId("alice");
        IdempotencyKey key = new IdempotencyKey("purchase-1");
        send(new OpenAccount(account, null, null));
        send(new PurchaseCredits(account, key, new PackageId("credits-10000"), null, false));
        PurchaseId purchase = PurchaseId.of(RequestId.of(account, key));
        Purchasing purchasing = running().getBean(Purchasing.class);
        var carried = purchasing.carryOn(account, purchase);
        assertThat(carried.state().status()).isEqualTo(PurchaseStatus.REQUIRES_PAYMENT_METHOD);
        PaymentReference payment = Objects.requireNonNull(carried.state().paymentReference());
        STRIPE.control("PUT", "/webhooks", "{\"deliver\":true,\"duplicates\":3}");

        running()
                .getBean(StripeClient.class)
                .v1()
                .paymentIntents()
                .confirm(
                        payment.value(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .build());

        await().until(() -> purchasing.inspect(account, purchase).status() == PurchaseStatus.SUCCEEDED);
        await().until(() -> database.sql("select count(*) from payments.stripe_event where subject = ? and state = ?")
                        .params(payment.value(), "processed")
                        .query(Long.class)
                        .single()
                > 0);
        assertThat(output).doesNotContain("_secret_");
    }

    @Test
    void aBrowserIsToldHowToPay() {
        assertThat(running().getBean(BrowserPayments.class))
                .isEqualTo(new BrowserPayments("pk_test_simulator", StripeProperties.SCRIPT_ADDRESS, true));
    }

    @Test
    void aDeliveryIsKeptWithoutWhatItCarries() {
        String id = eventId();
        byte[] body = event(id, "payment_intent.processing", "2026-07-29.dahlia", false);

        assertThat(deliver(body, signed(body, SECRET)).statusCode()).isEqualTo(200);

        assertThat(database.sql("select stripe_event::text from payments.stripe_event where event_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("pi_" + id)
                .doesNotContain("secret");
    }

    @Test
    void eachOfTwoSecretsIsEnough() {
        byte[] body = event(eventId(), "payment_intent.processing", "2026-07-29.dahlia", false);

        assertThat(deliver(body, signed(body, OLD_SECRET)).statusCode()).isEqualTo(200);
        assertThat(deliver(body, signed(body, SECRET)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "t",
                "t,v1",
                "t=abc,v1=00",
                "t=99999999999999999999,v1=00",
                "t=1,v0=00",
                "v1=00",
                "t=1788264000",
                "nonsense",
                ",,,",
                "t==,v1=="
            })
    void aForgeryIsRefusedAndHasNoEffect(@Nullable String header) {
        String id = eventId();

        isForged(deliver(event(id, "payment_intent.succeeded", "2026-07-29.dahlia", false), header), id);
    }

    @Test
    void aDeliveryOfAnotherTimeIsRefused() {
        String id = eventId();
        byte[] body = event(id, "payment_intent.succeeded", "2026-07-29.dahlia", false);

        isForged(deliver(body, StripeSigner.header(body, SECRET, Instant.now().minusSeconds(302))), id);
        isForged(deliver(body, StripeSigner.header(body, SECRET, Instant.now().plusSeconds(86_400))), id);
        isForged(deliver(body, signed(body, "whsec_other")), id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "\"text\"",
                "{\"id\":",
                "{\"id\":1,\"type\":2,\"created\":3}",
                "{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\",\"created\":99999999999999999999}",
                "{\"id\":\"evt_\\u0000\",\"type\":\"payment_intent.succeeded\",\"created\":1}"
            })
    void whatIsSignedHasToBeAnEvent(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);

        assertThat(deliver(body, signed(body, SECRET)).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatSaysToBeCompressedIsReadAsItIs() {
        byte[] body = event(eventId(), "payment_intent.processing", "2026-07-29.dahlia", false);
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook())
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "nonsense; charset=none")
                .POST(BodyPublishers.ofByteArray(body));

        assertThat(send(request.header("Stripe-Signature", signed(body, SECRET)))
                        .statusCode())
                .isIn(200, 400);
    }

    @Test
    void aHugeBodyIsRefused() {
        byte[] body = new byte[10_000_000];

        assertThat(deliver(body, signed(body, SECRET)).statusCode()).isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder(webhook())
                                .header("Stripe-Signature", signed(body, SECRET))
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyAboveTheCommonLimitIsTaken() {
        String id = eventId();
        byte[] body = new String(
                        event(id, "payment_intent.processing", "2026-07-29.dahlia", false), StandardCharsets.UTF_8)
                .replace("\"pi_", " ".repeat(200_000) + "\"pi_")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(deliver(body, signed(body, SECRET)).statusCode()).isEqualTo(200);
        assertThat(states(id)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-08-15,          false, API version",
        "2026-09-30.endive,   false, API version",
        ",                    false, API version",
        "\\u0000,              false, API version",
        "2026-07-29.dahlia,   true,  live mode"
    })
    void whatCannotBeTrustedIsSetAside(@Nullable String version, boolean live, String problem) {
        String id = eventId();
        byte[] body = event(id, "payment_intent.succeeded", version, live);

        assertThat(deliver(body, signed(body, SECRET)).statusCode()).isEqualTo(200);

        assertThat(states(id)).isEqualTo("quarantined");
        assertThat(database.sql("select last_problem from payments.stripe_event where event_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains(problem);
    }

    @Test
    void whatNobodyNeedsIsNotKept() {
        String id = eventId();
        byte[] body = event(id, "invoice.paid", "2026-07-29.dahlia", false);

        assertThat(deliver(body, signed(body, SECRET)).statusCode()).isEqualTo(200);

        assertThat(states(id)).isEmpty();
    }

    private void isForged(HttpResponse<String> answer, String id) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("https://creditledger.io/problems/invalid-signature");
        assertThat(states(id)).isEmpty();
    }

    private String states(String id) {
        return database.sql("select state from payments.stripe_event where event_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String eventId() {
        return "evt_" + UUID.randomUUID();
    }

    private static byte[] event(String id, String type, @Nullable String version, boolean live) {
        return """
                {"id":"%s","object":"event","api_version":%s,"created":1788264000,"livemode":%s,"type":"%s",
                 "data":{"object":{"id":"pi_%s","object":"payment_intent","client_secret":"pi_1_secret_2"}}}
                """.formatted(id, version == null ? "null" : "\"" + version + "\"", live, type, id)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(byte[] body, String secret) {
        return StripeSigner.header(body, secret, Instant.now());
    }

    private HttpResponse<String> deliver(byte[] body, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook())
                .header("Content-Type", "application/json; charset=utf-8")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofByteArray(body));
        return send(signature == null ? request : request.header("Stripe-Signature", signature));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void send(LedgerCommand command) throws Exception {
        running().getBean(CommandGateway.class).send(command).get();
    }
}
