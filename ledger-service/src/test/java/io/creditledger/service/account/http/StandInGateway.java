package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.service.purchase.CardSetup;
import io.creditledger.service.purchase.ClientSecret;
import io.creditledger.service.purchase.PaymentGateway;
import io.creditledger.service.purchase.PaymentProviderException.Refused;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import io.creditledger.service.purchase.PaymentRequest;
import io.creditledger.service.purchase.ProviderPayment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A payment provider that does as the name of the account says, and remembers what it was asked for. */
class StandInGateway implements PaymentGateway {

    private static final String PAYMENT = "pi_";

    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Whether it is away, from now on. */
    volatile boolean away;

    static PaymentReference paymentOf(AccountId account) {
        return new PaymentReference(PAYMENT + account.value());
    }

    @Override
    public CustomerReference createCustomer(AccountId account, @Nullable String displayName, int customersBefore) {
        return ask("customer", new CustomerReference("cus_1"));
    }

    @Override
    public ProviderPayment request(PaymentRequest request) {
        if (request.accountId().value().equals("refused")) {
            throw refused();
        }
        return ask("payment", payment(paymentOf(request.accountId())));
    }

    @Override
    public ProviderPayment read(PaymentReference payment) {
        return ask("read", payment(payment));
    }

    @Override
    public Optional<ProviderPayment> search(CustomerReference customer, PurchaseId purchase) {
        return Optional.empty();
    }

    @Override
    public ProviderPayment cancel(PaymentReference payment) {
        return ask("cancel", payment(payment));
    }

    @Override
    public void refund(PaymentReference payment, RefundId refund, long amount) {
        if (payment.value().equals(PAYMENT + "refund-refused")) {
            throw refused();
        }
        ask("refund", refund);
    }

    @Override
    public CardSetup setUpCard(AccountId account, CustomerReference customer, String key) {
        if (account.value().equals("refused")) {
            throw refused();
        }
        return ask("setup " + key, new CardSetup("seti_1", new ClientSecret("seti_1_secret_s")));
    }

    @Override
    public List<Card> cards(CustomerReference customer) {
        return List.of();
    }

    @Override
    public void forgetCard(PaymentMethodId card) {
        ask("forget " + card, card);
    }

    private <T> T ask(String what, T answer) {
        asked.add(what);
        if (away) {
            throw new Unavailable("no answer from 10.0.0.1", false, new IOException("no route"));
        }
        return answer;
    }

    private static Refused refused() {
        return new Refused(
                new PaymentFailure("parameter_invalid", null, "No such thing."),
                Refused.Subject.REQUEST,
                new IOException("400"));
    }

    private static ProviderPayment payment(PaymentReference reference) {
        return new ProviderPayment(
                new PaymentState(
                        reference,
                        new CustomerReference("cus_1"),
                        PaymentStatus.REQUIRES_PAYMENT_METHOD,
                        new Price(1_000, "usd"),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        StandInLedger.NOON),
                new ClientSecret(reference.value() + "_secret_s"),
                null);
    }
}
