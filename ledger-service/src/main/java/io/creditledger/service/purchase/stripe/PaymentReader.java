package io.creditledger.service.purchase.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.net.StripeResponse;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.V1Services;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.service.purchase.ClientSecret;
import io.creditledger.service.purchase.ProviderPayment;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads payments with all that belongs to them, in as few calls as can be. */
final class PaymentReader {

    /** Refunds come with the payment: those that failed leave no trace in the charge itself. */
    static final List<String> EXPANSION = List.of("latest_charge.refunds");

    /** No dispute is opened and closed within that; whether one is open the charge says itself. */
    private static final Duration UNDISPUTED = Duration.ofMinutes(10);

    private static final long PAGE = 100;

    private final V1Services stripe;
    private final StripeCalls calls;
    private final StripeMetadata metadata;
    private final PaymentStates states;
    private final Clock clock;

    PaymentReader(StripeClient client, StripeCalls calls, StripeMetadata metadata, Clock clock) {
        this.stripe = client.v1();
        this.calls = calls;
        this.metadata = metadata;
        this.states = new PaymentStates(metadata);
        this.clock = clock;
    }

    ProviderPayment read(PaymentReference payment) {
        PaymentIntentRetrieveParams parameters =
                PaymentIntentRetrieveParams.builder().addAllExpand(EXPANSION).build();
        PaymentIntent intent =
                calls.make("read payment", () -> stripe.paymentIntents().retrieve(payment.value(), parameters));
        return complete(intent);
    }

    /** Whether an answer says how something is now, and not how it was when the same was asked for the first time. */
    static boolean isPresent(StripeObject answered) {
        StripeResponse response = answered.getLastResponse();
        return response != null && !StripeCalls.isReplayed(response);
    }

    /** Adds to a payment what it came without. */
    ProviderPayment complete(PaymentIntent intent) {
        calls.requireMode(intent.getLivemode(), intent.getId());
        Instant observedAt = observedAt(intent.getLastResponse());
        Charge charge = intent.getLatestChargeObject();
        List<Refund> refunds = charge == null ? List.of() : refunds(intent, charge);
        List<Dispute> disputes = charge == null ? List.of() : disputes(intent, charge, observedAt);
        return new ProviderPayment(
                states.state(intent, refunds, disputes, observedAt),
                new ClientSecret(Objects.requireNonNullElse(intent.getClientSecret(), "")),
                metadata.address(intent.getMetadata()));
    }

    /** What was read afterwards may be newer than that, but nothing is older. */
    private Instant observedAt(@Nullable StripeResponse response) {
        try {
            Instant date = response == null ? null : response.date();
            return date == null ? clock.instant() : date;
        } catch (DateTimeException malformed) {
            return clock.instant();
        }
    }

    private List<Refund> refunds(PaymentIntent intent, Charge charge) {
        var shown = charge.getRefunds();
        if (shown != null && !Boolean.TRUE.equals(shown.getHasMore())) {
            return shown.getData().reversed();
        }
        return calls.make("list refunds", () -> allRefunds(intent.getId()));
    }

    private List<Refund> allRefunds(String payment) throws StripeException {
        RefundListParams page = RefundListParams.builder()
                .setPaymentIntent(payment)
                .setLimit(PAGE)
                .build();
        return all(stripe.refunds().list(page).autoPagingIterable());
    }

    private List<Dispute> disputes(PaymentIntent intent, Charge charge, Instant observedAt) {
        boolean young = charge.getCreated() != null
                && Instant.ofEpochSecond(charge.getCreated()).plus(UNDISPUTED).isAfter(observedAt);
        if (!Boolean.TRUE.equals(charge.getDisputed()) && (young || !Boolean.TRUE.equals(charge.getPaid()))) {
            return List.of();
        }
        return calls.make("list disputes", () -> allDisputes(intent.getId()));
    }

    private List<Dispute> allDisputes(String payment) throws StripeException {
        DisputeListParams page = DisputeListParams.builder()
                .setPaymentIntent(payment)
                .setLimit(PAGE)
                .build();
        return all(stripe.disputes().list(page).autoPagingIterable());
    }

    private static <T> List<T> all(Iterable<T> newestFirst) {
        List<T> all = new ArrayList<>();
        newestFirst.forEach(all::add);
        return all.reversed();
    }
}
