package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.simulator.WebhookReceiver.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {

    private static final String SECRET = "whsec_first";
    private static final String NEXT_SECRET = "whsec_next";

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @AutoClose
    private final WebhookReceiver receiver = new WebhookReceiver();

    @BeforeEach
    void deliver() {
        stripe.simulator().deliverWebhooksTo(receiver.address(), List.of(SECRET));
    }

    @Test
    void everyEventArrivesInOrderAndOnce() {
        stripe.paid("pm_card_createDispute");

        awaitAllDelivered();
        assertThat(receiver.types()).isEqualTo(stripe.happened()).hasSize(5);
    }

    @Test
    void aDeliveryIsSignedWithEverySecret() {
        stripe.simulator().deliverWebhooksTo(receiver.address(), List.of(SECRET, NEXT_SECRET));
        stripe.customer();

        awaitAllDelivered();
        Delivery delivery = receiver.received().getFirst();
        List<String> parts = Arrays.asList(signature(delivery).split(",", -1));
        String timestamp = parts.getFirst().substring("t=".length());
        assertThat(parts)
                .containsExactly(
                        "t=" + timestamp,
                        "v1=" + code(SECRET, timestamp + "." + delivery.body()),
                        "v1=" + code(NEXT_SECRET, timestamp + "." + delivery.body()));
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(1));
    }

    private static String signature(Delivery delivery) {
        return Objects.requireNonNull(delivery.signature());
    }

    private static String code(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whatIsRefusedIsSentAgainUntilItIsAccepted() {
        receiver.refuseNext(2);

        stripe.customer();

        awaitAllDelivered();
        assertThat(receiver.received()).extracting(Delivery::answered).containsExactly(500, 500, 200);
        assertThat(receiver.received()).extracting(Delivery::eventId).containsOnly(lastEvent());
    }

    @Test
    void whatIsNeverAcceptedIsGivenUpAfterThreeDays() {
        receiver.refuseNext(Integer.MAX_VALUE);
        stripe.customer();
        await().until(() -> !receiver.received().isEmpty());

        stripe.control("PUT", "/clock", "{\"advanceSeconds\":300000}");

        awaitAllDelivered();
    }

    @Test
    void duplicatesArriveAsOftenAsWanted() {
        stripe.control("PUT", "/webhooks", "{\"duplicates\":2}");

        stripe.customer();

        awaitAllDelivered();
        assertThat(receiver.received()).hasSize(3).extracting(Delivery::eventId).containsOnly(lastEvent());
    }

    @Test
    void whatIsHeldBackArrivesWithTheFlush() {
        stripe.control("PUT", "/webhooks", "{\"deliver\":false}");
        stripe.paid("pm_card_visa");
        assertThat(stripe.counts()).containsEntry("deliveriesWaiting", 3L);
        assertThat(receiver.received()).isEmpty();

        var flushed = stripe.control("POST", "/webhooks/flush", "{}");

        assertThat(flushed.number("/accepted")).isEqualTo(3);
        assertThat(flushed.number("/waiting")).isZero();
        assertThat(receiver.types()).isEqualTo(stripe.happened());
    }

    @Test
    void aFlushMayShuffleTheSameWayEachTime() {
        stripe.control("PUT", "/webhooks", "{\"deliver\":false,\"shuffle\":true}");
        for (int i = 0; i < 5; i++) {
            stripe.paid("pm_card_visa");
        }

        stripe.control("POST", "/webhooks/flush", "{\"seed\":42}");
        List<String> first = List.copyOf(receiver.types());
        receiver.received().clear();
        stripe.control("POST", "/webhooks/resend", "{\"all\":true}");
        stripe.control("POST", "/webhooks/flush", "{\"seed\":42}");

        assertThat(first).isNotEqualTo(stripe.happened()).containsExactlyInAnyOrderElementsOf(stripe.happened());
        assertThat(receiver.types()).isEqualTo(first);
    }

    @Test
    void aDeliveryIsDelayed() {
        stripe.control("PUT", "/webhooks", "{\"delayMillis\":600000}");
        stripe.customer();
        assertThat(stripe.counts()).containsEntry("deliveriesWaiting", 1L);

        stripe.control("PUT", "/clock", "{\"advanceSeconds\":600}");

        awaitAllDelivered();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void anEventIsSentAgainOnRequest() {
        stripe.customer();
        awaitAllDelivered();

        stripe.control("POST", "/webhooks/resend", "{\"eventId\":\"" + lastEvent() + "\"}");

        awaitAllDelivered();
        assertThat(receiver.received()).hasSize(2).extracting(Delivery::eventId).containsOnly(lastEvent());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            wrong_secret,      false
            stale,             true
            future,            true
            no_header,         false
            empty_header,      false
            malformed_header,  false
            no_timestamp,      false
            old_scheme_only,   false
            altered_body,      false
            wrong_api_version, true
            live_mode,         true
            unknown_type,      true
            not_json,          true
            """)
    void forgeriesAreSentAndTheAnswerTold(String kind, boolean properlySigned) {
        stripe.customer();
        awaitAllDelivered();
        receiver.refuseNext(1);

        var told = stripe.control("POST", "/webhooks/forge", "{\"kind\":\"" + kind + "\"}");

        assertThat(told.number("/status")).isEqualTo(500);
        Delivery forged = receiver.received().getLast();
        assertThat(isProperlySigned(forged)).isEqualTo(properlySigned);
        assertThat(stripe.counts()).containsEntry("deliveriesWaiting", 0L);
    }

    private static boolean isProperlySigned(Delivery delivery) {
        String signature = delivery.signature();
        if (signature == null || !signature.matches("t=\\d+,v1=[0-9a-f]+")) {
            return false;
        }
        String timestamp = signature.substring("t=".length(), signature.indexOf(','));
        return signature.endsWith("v1=" + code(SECRET, timestamp + "." + delivery.body()));
    }

    @Test
    void staleAndFutureDeliveriesAreOffByMoreThanFiveMinutes() {
        stripe.customer();
        awaitAllDelivered();

        stripe.control("POST", "/webhooks/forge", "{\"kind\":\"stale\"}");
        stripe.control("POST", "/webhooks/forge", "{\"kind\":\"future\"}");

        long now = Instant.now().getEpochSecond();
        assertThat(receiver.received().subList(1, 3))
                .extracting(delivery -> Math.abs(now - timestamp(delivery)) > 300)
                .containsOnly(true);
    }

    private static long timestamp(Delivery delivery) {
        String signature = signature(delivery);
        return Long.parseLong(signature.substring("t=".length(), signature.indexOf(',')));
    }

    private String lastEvent() {
        return stripe.get("/v1/events").text("/data/0/id");
    }

    private void awaitAllDelivered() {
        await().until(() -> stripe.counts().getOrDefault("deliveriesWaiting", -1L) == 0);
    }
}
