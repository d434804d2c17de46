package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import io.creditledger.service.purchase.PaymentRequest;
import io.creditledger.service.purchase.stripe.StripeSignature.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways in which others have lost money with Stripe, as far as they are the adapter's; the numbers are those of the list
 * that they were collected in. What needs a database is in {@link StripeInboxIT}, what needs HTTP in {@link StripeWebhookIT}.
 */
class StripePitfallsTest {

    private static final String INTENT = """
            {"id":"pi_1","object":"payment_intent","amount":%d,"currency":"%s","customer":"cus_1","livemode":false,
             "status":"succeeded","client_secret":"pi_1_secret_hidden",
             "metadata":{"account_id":"alice","purchase_id":"pur_1","env":"contract","amount":"1"}}
            """;

    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server = server();
    private final StripeProperties properties = PaymentGatewayContract.properties(
            "sk_test_1", "http://localhost:" + server.getAddress().getPort(), Duration.ofMillis(500));
    private final StripePaymentGateway gateway =
            PaymentGatewayContract.gateway(StripeConfiguration.client(properties), properties);
    private BiFunction<Integer, HttpExchange, @Nullable Answer> answers = (_, _) -> null;

    private record Answer(int status, String body) {}

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            keys.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), ""));
            Answer answer = answers.apply(keys.size(), exchange);
            if (answer != null) {
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pitfall02_twoEventsAboutOnePaymentAreNewsOfThatPayment() {
        StripeEvents events = new StripeEvents(new StripeMetadata("contract"));
        PaymentNews first = news(events, "evt_1", "payment_intent.succeeded", "{\"id\":\"pi_1\"}");
        PaymentNews second = news(events, "evt_2", "charge.refunded", "{\"id\":\"ch_1\",\"payment_intent\":\"pi_1\"}");

        assertThat(second).isEqualTo(first);
    }

    private static PaymentNews news(StripeEvents events, String id, String type, String object) {
        return Objects.requireNonNull(events.notice(JsonMapper.shared()
                        .readTree("{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"created\":1,\"data\":{\"object\":"
                                + object + "}}"))
                .news());
    }

    @Test
    void pitfall06_everyTryHasTheSameKey() {
        answers = (number, exchange) -> switch (number) {
            case 1 -> new Answer(429, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"rate_limit\"}}");
            case 2 -> new Answer(503, "");
            case 3 -> new Answer(500, "<html>not JSON</html>");
            default -> new Answer(200, INTENT.formatted(1_000, "usd"));
        };

        assertThatThrownBy(() -> gateway.request(request())).isInstanceOf(Unavailable.class);
        gateway.request(request());

        assertThat(keys).hasSize(4).containsOnly("purchase:contract:pur_1:attempt:1");
    }

    @Test
    void pitfall06_aConnectionThatBreaksIsTriedAgainWithTheSameKey() {
        answers = (number, exchange) -> number < 3 ? null : new Answer(200, INTENT.formatted(1_000, "usd"));

        gateway.request(request());

        assertThat(keys.stream().distinct()).containsExactly("purchase:contract:pur_1:attempt:1");
    }

    @Test
    void pitfall07and10_whatIsPaidIsWhatThePaymentSaysAndNotItsNotes() {
        answers = (_, _) -> new Answer(200, INTENT.formatted(777, "eur"));

        PaymentState state = gateway.read(new PaymentReference("pi_1")).state();

        assertThat(state.price()).isEqualTo(new Price(777, "eur"));
        assertThat(state.customerReference()).isEqualTo(new CustomerReference("cus_1"));
    }

    @Test
    void pitfall18_apiVersionMismatchSilentlyIgnored() {
        answers = (_, exchange) -> {
            exchange.getResponseHeaders().set("Stripe-Version", "2026-09-30.endive");
            return new Answer(200, INTENT.formatted(1_000, "usd"));
        };

        assertThatThrownBy(() -> gateway.read(new PaymentReference("pi_1"))).isInstanceOf(Unavailable.class);
        assertThat(keys).hasSize(1);
    }

    @Test
    void pitfall19_testEventInLiveModeOrTheReverse() {
        answers = (_, _) ->
                new Answer(200, INTENT.formatted(1_000, "usd").replace("\"livemode\":false", "\"livemode\":true"));

        assertThatThrownBy(() -> gateway.read(new PaymentReference("pi_1"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void pitfall20_serverClockThatIsFastRejectsAllWebhooks() {
        Instant now = Instant.parse("2026-09-01T12:00:00Z");
        StripeSignature signature =
                new StripeSignature(List.of("whsec_1"), Clock.fixed(now.plusSeconds(400), ZoneOffset.UTC));

        var finding = signature.check(new byte[0], StripeSigner.header(new byte[0], "whsec_1", now));

        assertThat(finding.verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(finding.ahead()).isEqualTo(Duration.ofSeconds(400));
    }

    @Test
    void pitfall21_secretRotation() {
        Instant now = Instant.parse("2026-09-01T12:00:00Z");
        StripeSignature signature =
                new StripeSignature(List.of("whsec_new", "whsec_old"), Clock.fixed(now, ZoneOffset.UTC));

        assertThat(List.of("whsec_new", "whsec_old")).allSatisfy(secret -> assertThat(signature
                        .check(new byte[0], StripeSigner.header(new byte[0], secret, now))
                        .verdict())
                .isEqualTo(Verdict.GENUINE));
    }

    @Test
    void pitfall22and23_bodyReserializedOrBoundBeforeVerification() {
        assertThat(Arrays.stream(StripeWebhookController.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals("receive"))
                        .flatMap(method -> Arrays.stream(method.getParameterTypes())))
                .containsExactly(HttpServletRequest.class);
    }

    @Test
    void pitfall25_noFailureQuotesAnAnswer() {
        answers = (_, _) -> new Answer(200, INTENT.formatted(1_000, "usd") + "}{ and then rubbish");

        Throwable failure = catchThrowable(() -> gateway.read(new PaymentReference("pi_1")));

        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(failure).isInstanceOf(Unavailable.class);
        assertThat(printed.toString()).doesNotContain("hidden");
    }

    @Test
    void pitfall25_noSecretIsPrinted() {
        answers = (_, _) -> new Answer(200, INTENT.formatted(1_000, "usd"));

        assertThat(gateway.read(new PaymentReference("pi_1")).toString()).doesNotContain("hidden");
    }

    @Test
    void pitfall26_hungReadHoldingATransaction() {
        answers = (_, _) -> new Answer(200, INTENT.formatted(1_000, "usd"));
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> gateway.read(new PaymentReference("pi_1")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("transaction");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(keys).isEmpty();
    }

    @Test
    void pitfall26_aHungReadEnds() {
        CountDownLatch ended = new CountDownLatch(1);
        answers = (_, _) -> {
            awaitUninterruptibly(ended);
            return null;
        };

        // Stripe says nothing until the call has ended: it can only end by itself.
        assertThatThrownBy(() -> gateway.read(new PaymentReference("pi_1"))).isInstanceOf(Unavailable.class);
        assertThat(ended.getCount()).isOne();
        ended.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static PaymentRequest request() {
        return new PaymentRequest(
                new AccountId("alice"),
                new PurchaseId("pur_1"),
                1,
                PaymentGatewayContract.CREDITS,
                new CustomerReference("cus_1"),
                null,
                false,
                true);
    }
}
