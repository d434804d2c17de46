package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.CustomerDeleted;
import io.creditledger.service.purchase.PaymentNews.PaymentChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was signed: it tells of an event that the inbox can keep, or is refused. */
class StripeDeliveryFuzzTest {

    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private final StripeEvents events = new StripeEvents(new StripeMetadata("fuzz"));

    static Stream<Arguments> bodies() {
        return Stream.of(
                        "",
                        "[]",
                        "{\"id\":\"evt_1\",\"type\":\"a.b\",\"created\":" + "2".repeat(120) + "}",
                        "{\"id\":\"evt_1\",\"type\":\"a.b\",\"created\":9223372036854775807}",
                        "{\"id\":\"evt_\\u0000\",\"type\":\"a.b\",\"created\":1}",
                        "{\"id\":\"evt_1\",\"type\":\"a.\\ud800\",\"created\":1}",
                        "{\"id\":\"evt_1\",\"type\":\"a.b\",\"created\":1,\"api_version\":\"\\u0000\"}",
                        "{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\",\"created\":1788264000,\"livemode\":false,"
                                + "\"api_version\":\"2026-07-29.dahlia\",\"data\":{\"object\":{\"id\":\"pi_1\"}}}",
                        "{\"id\":\"evt_1\",\"type\":\"setup_intent.succeeded\",\"created\":1,\"data\":{\"object\":"
                                + "{\"customer\":{\"id\":\"cus_1\"},\"metadata\":{\"env\":\"fuzz\",\"account_id\":\"a\"}}}}",
                        "{\"id\":\"evt_1\",\"type\":\"payment_method.detached\",\"created\":1,\"data\":{\"object\":{},"
                                + "\"previous_attributes\":{\"customer\":\"cus_1\"}}}",
                        "{\"id\":\"evt_1\",\"type\":\"customer.deleted\",\"created\":1,\"livemode\":[],\"data\":"
                                + "{\"object\":{\"id\":\"cus_1\",\"metadata\":{\"env\":{}}}}}")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("bodies")
    @FuzzTest
    void tellsOfAnEventThatCanBeKept(byte @NotNull [] body) {
        StripeDelivery delivery;
        try {
            delivery = StripeDelivery.read(body, events, false);
        } catch (IllegalArgumentException noEvent) {
            return;
        }
        StripeNotice notice = delivery.notice();
        assertThat(notice.createdAt()).isBetween(Instant.EPOCH, YEAR_10000);
        canBeKept(notice.eventId());
        canBeKept(notice.type());
        canBeKept(subject(notice.news()));
        canBeKept(delivery.problem());
    }

    private static @Nullable String subject(@Nullable PaymentNews news) {
        return switch (news) {
            case PaymentChanged payment -> payment.paymentReference().value();
            case CardsChanged cards -> cards.customerReference().value();
            case CustomerDeleted customer -> customer.customerReference().value();
            case null -> null;
        };
    }

    /** PostgreSQL keeps neither a zero nor half a character. */
    private static void canBeKept(@Nullable String text) {
        if (text != null) {
            assertThat(text).isNotBlank().doesNotContain("\u0000");
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }
}
