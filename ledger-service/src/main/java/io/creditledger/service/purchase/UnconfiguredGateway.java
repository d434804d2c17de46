package io.creditledger.service.purchase;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stands where no payment provider is configured: everything about credits works, and nothing can be bought. */
final class UnconfiguredGateway implements PaymentGateway {

    @Override
    public CustomerReference createCustomer(AccountId account, @Nullable String displayName, int customersBefore) {
        throw unconfigured();
    }

    @Override
    public ProviderPayment request(PaymentRequest request) {
        throw unconfigured();
    }

    @Override
    public ProviderPayment read(PaymentReference payment) {
        throw unconfigured();
    }

    @Override
    public Optional<ProviderPayment> search(CustomerReference customer, PurchaseId purchase) {
        throw unconfigured();
    }

    @Override
    public ProviderPayment cancel(PaymentReference payment) {
        throw unconfigured();
    }

    @Override
    public void refund(PaymentReference payment, RefundId refund, long amount) {
        throw unconfigured();
    }

    @Override
    public CardSetup setUpCard(AccountId account, CustomerReference customer, String key) {
        throw unconfigured();
    }

    @Override
    public List<Card> cards(CustomerReference customer) {
        throw unconfigured();
    }

    @Override
    public void forgetCard(PaymentMethodId card) {
        throw unconfigured();
    }

    private static Unavailable unconfigured() {
        return new Unavailable(
                "no payment provider is configured", false, new IllegalStateException("STRIPE_SECRET_KEY is not set"));
    }
}
