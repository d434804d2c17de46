package io.creditledger.service.purchase;

import io.creditledger.api.LedgerRejection;
import io.creditledger.api.Refused;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseRejection;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.PurchaseState.OpenRefund;
import io.creditledger.api.purchase.commands.AbandonPurchase;
import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.commands.FailRefund;
import io.creditledger.api.purchase.commands.ForgetCustomer;
import io.creditledger.api.purchase.commands.InspectPurchase;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.commands.RetryPayment;
import io.creditledger.service.purchase.PaymentNews.Verdict;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries purchases on: asks the payment provider for what the account has decided, and tells the account what it says. Each
 * step begins with what the account and the payment provider know at that moment, so a step that was cut off anywhere is simply
 * made again, by whoever comes next.
 */
public final class Purchasing {

    private static final Logger log = LoggerFactory.getLogger(Purchasing.class);

    /** Longer than any call to the payment provider lasts, so that none is still on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private final LedgerCommands commands;
    private final PaymentGateway gateway;
    private final Customers customers;
    private final PurchaseProperties properties;
    private final Clock clock;
    private final Turns turns = new Turns();

    Purchasing(
            LedgerCommands commands,
            PaymentGateway gateway,
            Customers customers,
            PurchaseProperties properties,
            Clock clock) {
        this.commands = commands;
        this.gateway = gateway;
        this.customers = customers;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A purchase and what the customer needs to pay it.
     *
     * @param clientSecret null when the payment provider was not asked, or has no payment
     */
    public record Carried(PurchaseState state, @Nullable ClientSecret clientSecret) {}

    /** The purchase as the account knows it. */
    public PurchaseState inspect(AccountId account, PurchaseId purchase) {
        return commands.send(new InspectPurchase(account, purchase), PurchaseState.class);
    }

    /**
     * Does all that can be done about a purchase now.
     *
     * @throws PaymentProviderException if the payment provider does not play its part; what was done before is done
     */
    public Carried carryOn(AccountId account, PurchaseId purchase) {
        PurchaseState state = inspect(account, purchase);
        PaymentReference payment = state.paymentReference();
        return payment == null
                ? turns.take(purchase.value(), () -> begin(account, inspect(account, purchase)))
                : turns.take(payment.value(), () -> goOn(account, inspect(account, purchase), payment));
    }

    /** What a browser needs to confirm a payment; read from the payment provider, and nothing is changed by that. */
    public ClientSecret secretOf(PaymentReference payment) {
        return gateway.read(payment).clientSecret();
    }

    private Carried begin(AccountId account, PurchaseState state) {
        PaymentReference payment = state.paymentReference();
        if (payment != null) {
            return goOn(account, state, payment);
        }
        if (!state.status().isOpen()) {
            return new Carried(state, null);
        }
        if (state.cancellationRequested()) {
            return cancelUnrequested(account, state);
        }
        return isForgotten(state) ? giveUp(account, state) : request(account, state);
    }

    /** Whoever wanted to pay is not waiting any more: a card must not be charged that long after. */
    private boolean isForgotten(PurchaseState state) {
        return state.startedAt().plus(properties.resumeWithin()).isBefore(clock.instant());
    }

    private Carried request(AccountId account, PurchaseState state) {
        CustomerReference customer = customers.of(account);
        try {
            return record(account, state.purchaseId(), gateway.request(requestOf(account, state, customer)));
        } catch (PaymentProviderException.Refused refused) {
            return refused(account, state, customer, refused);
        } catch (Unavailable unavailable) {
            if (unavailable.isRemembered()) {
                return lookUpOrRetry(account, state, customer, unavailable);
            }
            throw unavailable;
        }
    }

    private static PaymentRequest requestOf(AccountId account, PurchaseState state, CustomerReference customer) {
        return new PaymentRequest(
                account,
                state.purchaseId(),
                state.attempt(),
                state.creditPackage(),
                customer,
                state.paymentMethodId(),
                state.savePaymentMethod(),
                state.initiator() == PurchaseInitiator.CUSTOMER);
    }

    private Carried refused(
            AccountId account,
            PurchaseState state,
            CustomerReference customer,
            PaymentProviderException.Refused refused) {
        if (refused.isAboutCustomer()) {
            commands.send(new ForgetCustomer(account, customer), Object.class);
            if (state.paymentMethodId() == null) {
                PurchaseState again = retry(account, state);
                return request(account, again);
            }
        }
        return new Carried(
                commands.send(
                        new FailPurchase(account, state.purchaseId(), state.attempt(), refused.failure()),
                        PurchaseState.class),
                null);
    }

    /** The payment provider repeats that it failed, which does not tell whether it has made a payment before it did. */
    private Carried lookUpOrRetry(
            AccountId account, PurchaseState state, CustomerReference customer, Unavailable unavailable) {
        var found = gateway.search(customer, state.purchaseId());
        if (found.isPresent()) {
            return record(account, state.purchaseId(), found.get());
        }
        retry(account, state);
        throw unavailable;
    }

    private PurchaseState retry(AccountId account, PurchaseState state) {
        return commands.send(new RetryPayment(account, state.purchaseId(), state.attempt()), PurchaseState.class);
    }

    private Carried giveUp(AccountId account, PurchaseState state) {
        return cancelUnrequested(
                account,
                commands.send(
                        new CancelPurchase(account, state.purchaseId(), CancellationReason.STALE),
                        PurchaseState.class));
    }

    /** There may be a payment that nobody told the account of: it is canceled, or turns out to be paid. */
    private Carried cancelUnrequested(AccountId account, PurchaseState state) {
        CustomerReference customer = state.customerReference();
        var found = customer == null ? Optional.<ProviderPayment>empty() : gateway.search(customer, state.purchaseId());
        if (found.isPresent()) {
            Carried recorded = record(account, state.purchaseId(), found.get());
            return goOn(account, recorded.state(), found.get().state().paymentReference());
        }
        if (state.startedAt().plus(ON_ITS_WAY).isAfter(clock.instant())) {
            return new Carried(state, null);
        }
        return new Carried(
                commands.send(new AbandonPurchase(account, state.purchaseId(), state.attempt()), PurchaseState.class),
                null);
    }

    private Carried goOn(AccountId account, PurchaseState state, PaymentReference payment) {
        boolean cancel = state.cancellationRequested() && state.status().isOpen();
        Carried carried = record(account, state.purchaseId(), cancel ? gateway.cancel(payment) : gateway.read(payment));
        if (carried.state().openRefunds().isEmpty()) {
            return carried;
        }
        carried.state().openRefunds().forEach(refund -> refund(account, state.purchaseId(), payment, refund));
        return record(account, state.purchaseId(), gateway.read(payment));
    }

    private void refund(AccountId account, PurchaseId purchase, PaymentReference payment, OpenRefund refund) {
        try {
            gateway.refund(payment, refund.refundId(), refund.amount());
        } catch (PaymentProviderException.Refused refused) {
            commands.send(new FailRefund(account, purchase, refund.refundId(), refused.failure()), PurchaseState.class);
        } catch (Unavailable unavailable) {
            if (!unavailable.isRemembered()) {
                throw unavailable;
            }
            // It was not among the payment's refunds a moment ago, and this request will never make it one.
            commands.send(
                    new FailRefund(
                            account,
                            purchase,
                            refund.refundId(),
                            new PaymentFailure(
                                    "provider_error", null, "The payment provider failed to make the refund.")),
                    PurchaseState.class);
        }
    }

    private Carried record(AccountId account, PurchaseId purchase, ProviderPayment payment) {
        PurchaseState state = commands.send(new RecordPayment(account, purchase, payment.state()), PurchaseState.class);
        return new Carried(state, payment.clientSecret());
    }

    /** Looks at a payment that something has happened to. */
    Verdict learn(PaymentReference reference) {
        return turns.take(reference.value(), () -> learn(gateway.read(reference)));
    }

    private Verdict learn(ProviderPayment payment) {
        ProviderPayment.Address address = payment.address();
        if (address == null) {
            return Verdict.NOT_OURS;
        }
        try {
            record(address.accountId(), address.purchaseId(), payment);
            return Verdict.LEARNT;
        } catch (RefusedException refused) {
            return verdict(refused.refusal(), payment, address);
        }
    }

    private static Verdict verdict(Refused refusal, ProviderPayment payment, ProviderPayment.Address address) {
        LedgerRejection rejection = refusal.rejection();
        if (rejection instanceof AccountNotFound || rejection instanceof PurchaseRejection.PurchaseNotFound) {
            return Verdict.UNKNOWN_YET;
        }
        log.error(
                "Payment {} says it is for purchase {} of account {}, which contradicts it: {}. Nothing was credited;"
                        + " somebody has to look at it",
                payment.state().paymentReference(),
                address.purchaseId(),
                address.accountId(),
                rejection);
        return Verdict.CONTRADICTED;
    }

    /** One after the other for each name, and any number of names at a time, as far as they do not share a place. */
    private static final class Turns {

        private static final int PLACES = 256;

        private final Object[] places = new Object[PLACES];

        private Turns() {
            Arrays.setAll(places, _ -> new Object());
        }

        <T> T take(String name, Supplier<T> turn) {
            synchronized (places[Math.floorMod(Objects.hashCode(name), PLACES)]) {
                return turn.get();
            }
        }
    }
}
