package io.creditledger.service.purchase.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.service.V1Services;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.service.purchase.CardSetup;
import io.creditledger.service.purchase.ClientSecret;
import io.creditledger.service.purchase.PaymentGateway;
import io.creditledger.service.purchase.PaymentProviderException.Refused;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import io.creditledger.service.purchase.PaymentRequest;
import io.creditledger.service.purchase.ProviderPayment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stripe behind the ledger's port. Asks only for what a restricted key may: payments, setups, cards, customers, refunds and
 * disputes.
 */
final class StripePaymentGateway implements PaymentGateway {

    private static final long PAGE = 100;
    private static final int PAGES_TO_SEARCH = 5;

    private final V1Services stripe;
    private final StripeCalls calls;
    private final StripeKeys keys;
    private final StripeMetadata metadata;
    private final PaymentReader reader;

    StripePaymentGateway(
            StripeClient client, StripeCalls calls, StripeKeys keys, StripeMetadata metadata, PaymentReader reader) {
        this.stripe = client.v1();
        this.calls = calls;
        this.keys = keys;
        this.metadata = metadata;
        this.reader = reader;
    }

    @Override
    public CustomerReference createCustomer(AccountId account, @Nullable String displayName, int customersBefore) {
        try {
            return createCustomer(account, displayName, customersBefore, 1);
        } catch (Unavailable unavailable) {
            if (!unavailable.isRemembered()) {
                throw unavailable;
            }
            // The first key will never work. Should it have made a customer, that one stays without payments and cards.
            return createCustomer(account, displayName, customersBefore, 2);
        }
    }

    private CustomerReference createCustomer(
            AccountId account, @Nullable String displayName, int customersBefore, int attempt) {
        CustomerCreateParams.Builder parameters = CustomerCreateParams.builder().putAllMetadata(metadata.of(account));
        if (displayName != null && !displayName.isBlank()) {
            parameters.setName(displayName);
        }
        RequestOptions key = keys.customer(account, displayName, customersBefore, attempt);
        Customer customer =
                calls.make("create customer", () -> stripe.customers().create(parameters.build(), key));
        calls.requireMode(customer.getLivemode(), customer.getId());
        return new CustomerReference(customer.getId());
    }

    @Override
    public ProviderPayment request(PaymentRequest request) {
        PaymentIntentCreateParams parameters = parameters(request);
        RequestOptions key = keys.payment(request);
        PaymentIntent intent = calls.make("request payment", () -> createOrDeclined(parameters, key));
        // What is repeated from an earlier call may have changed since, and what comes with a decline says no time.
        return PaymentReader.isPresent(intent)
                ? reader.complete(intent)
                : reader.read(new PaymentReference(intent.getId()));
    }

    private PaymentIntent createOrDeclined(PaymentIntentCreateParams parameters, RequestOptions key)
            throws StripeException {
        try {
            return stripe.paymentIntents().create(parameters, key);
        } catch (CardException declined) {
            PaymentIntent intent = declined.getStripeError().getPaymentIntent();
            if (intent == null) {
                throw declined;
            }
            return intent;
        }
    }

    private PaymentIntentCreateParams parameters(PaymentRequest request) {
        PaymentIntentCreateParams.Builder parameters = PaymentIntentCreateParams.builder()
                .setAmount(request.creditPackage().price().amount())
                .setCurrency(request.creditPackage().price().currency())
                .setCustomer(request.customerReference().value())
                .setDescription(request.creditPackage().credits() + " credits")
                .putAllMetadata(metadata.of(request))
                .addAllExpand(PaymentReader.EXPANSION)
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build());
        if (request.savePaymentMethod()) {
            parameters.setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION);
        }
        PaymentMethodId card = request.paymentMethodId();
        if (card != null) {
            parameters.setPaymentMethod(card.value()).setConfirm(true).setOffSession(!request.customerPresent());
            if (!request.customerPresent()) {
                // Else the payment would wait for a customer who does not come.
                parameters.setErrorOnRequiresAction(true);
            }
        }
        return parameters.build();
    }

    @Override
    public ProviderPayment read(PaymentReference payment) {
        return reader.read(payment);
    }

    @Override
    public Optional<ProviderPayment> search(CustomerReference customer, PurchaseId purchase) {
        Optional<PaymentReference> found =
                calls.make("search payment", orIfMissing(() -> latest(customer, purchase), Optional.empty()));
        return found.map(reader::read);
    }

    private Optional<PaymentReference> latest(CustomerReference customer, PurchaseId purchase) throws StripeException {
        PaymentIntentListParams.Builder page =
                PaymentIntentListParams.builder().setCustomer(customer.value()).setLimit(PAGE);
        for (int number = 0; number < PAGES_TO_SEARCH; number++) {
            var intents = stripe.paymentIntents().list(page.build());
            var found = intents.getData().stream()
                    .filter(intent -> metadata.isFor(purchase, intent.getMetadata()))
                    .findFirst();
            if (found.isPresent() || !Boolean.TRUE.equals(intents.getHasMore())) {
                return found.map(intent -> new PaymentReference(intent.getId()));
            }
            page.setStartingAfter(intents.getData().getLast().getId());
        }
        return Optional.empty();
    }

    /** Without a key: whatever a first try came to, what another would do is what is wanted. */
    @Override
    public ProviderPayment cancel(PaymentReference payment) {
        PaymentIntentCancelParams parameters = PaymentIntentCancelParams.builder()
                .addAllExpand(PaymentReader.EXPANSION)
                .build();
        Optional<PaymentIntent> canceled = calls.make("cancel payment", () -> {
            try {
                return Optional.of(stripe.paymentIntents().cancel(payment.value(), parameters));
            } catch (InvalidRequestException tooLate) {
                if (Objects.equals(tooLate.getCode(), "payment_intent_unexpected_state")) {
                    return Optional.empty();
                }
                throw tooLate;
            }
        });
        return canceled.filter(PaymentReader::isPresent).map(reader::complete).orElseGet(() -> reader.read(payment));
    }

    @Override
    public void refund(PaymentReference payment, RefundId refund, long amount) {
        RefundCreateParams parameters = RefundCreateParams.builder()
                .setPaymentIntent(payment.value())
                .setAmount(amount)
                .putAllMetadata(metadata.of(refund))
                .build();
        calls.make("refund payment", () -> stripe.refunds().create(parameters, keys.refund(refund)));
    }

    @Override
    public CardSetup setUpCard(AccountId account, CustomerReference customer, String key) {
        SetupIntentCreateParams parameters = SetupIntentCreateParams.builder()
                .setCustomer(customer.value())
                .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                .putAllMetadata(metadata.of(account))
                .setAutomaticPaymentMethods(SetupIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(SetupIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .build();
        SetupIntent intent =
                calls.make("set up card", () -> stripe.setupIntents().create(parameters, keys.setup(account, key)));
        calls.requireMode(intent.getLivemode(), intent.getId());
        return new CardSetup(intent.getId(), new ClientSecret(intent.getClientSecret()));
    }

    @Override
    public List<Card> cards(CustomerReference customer) {
        CustomerPaymentMethodListParams parameters = CustomerPaymentMethodListParams.builder()
                .setType(CustomerPaymentMethodListParams.Type.CARD)
                .setLimit(PAGE)
                .build();
        List<PaymentMethod> methods = calls.make(
                "list cards",
                orIfMissing(
                        () -> stripe.customers()
                                .paymentMethods()
                                .list(customer.value(), parameters)
                                .getData(),
                        List.of()));
        return methods.stream()
                .filter(method -> method.getCard() != null)
                .map(StripePaymentGateway::card)
                .toList();
    }

    /** What is asked about is no more, or never was: then nothing belongs to it. */
    private static <T> StripeCalls.Call<T> orIfMissing(StripeCalls.Call<T> call, T otherwise) {
        return () -> {
            try {
                return call.make();
            } catch (InvalidRequestException invalid) {
                if (Objects.equals(invalid.getCode(), "resource_missing")) {
                    return otherwise;
                }
                throw invalid;
            }
        };
    }

    private static Card card(PaymentMethod method) {
        PaymentMethod.Card card = method.getCard();
        return new Card(
                new PaymentMethodId(method.getId()),
                card.getBrand(),
                card.getLast4(),
                Math.toIntExact(card.getExpMonth()),
                Math.toIntExact(card.getExpYear()),
                card.getFingerprint(),
                card.getCountry());
    }

    @Override
    public void forgetCard(PaymentMethodId card) {
        try {
            calls.make("detach card", () -> stripe.paymentMethods().detach(card.value()));
        } catch (Refused refused) {
            if (isAttached(card)) {
                throw refused;
            }
        }
    }

    private boolean isAttached(PaymentMethodId card) {
        return calls.make(
                "read card",
                orIfMissing(() -> stripe.paymentMethods().retrieve(card.value()).getCustomer() != null, false));
    }

    /** Whose customer it is, as Stripe has it noted. */
    Owner ownerOf(CustomerReference reference) {
        Optional<Customer> found = calls.make(
                "read customer",
                orIfMissing(() -> Optional.of(stripe.customers().retrieve(reference.value())), Optional.empty()));
        if (found.isEmpty() || Boolean.TRUE.equals(found.get().getDeleted())) {
            return new Owner(true, false, null);
        }
        Customer customer = found.get();
        boolean elsewhere = customer.getMetadata() != null
                && customer.getMetadata().containsKey(StripeMetadata.ENVIRONMENT)
                && !metadata.isOurs(customer.getMetadata());
        return new Owner(false, elsewhere, metadata.account(customer.getMetadata()));
    }

    /**
     * Whose customer somebody is.
     *
     * @param deleted whether there is no such customer any more
     * @param elsewhere whether another installation of the ledger made it
     * @param accountId null when nothing says
     */
    record Owner(
            boolean deleted, boolean elsewhere, @Nullable AccountId accountId) {}
}
