package io.creditledger.service.purchase.stripe;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.service.purchase.PaymentRequest;
import io.creditledger.service.purchase.ProviderPayment.Address;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our notes on Stripe's objects. Anybody with access to the account at Stripe can change them: they only say where to look. */
final class StripeMetadata {

    static final String ACCOUNT = "account_id";
    static final String PURCHASE = "purchase_id";
    static final String REFUND = "refund_id";
    static final String PACKAGE = "package";
    static final String ENVIRONMENT = "env";

    private final String environment;

    StripeMetadata(String environment) {
        this.environment = environment;
    }

    Map<String, String> of(AccountId account) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(ACCOUNT, account.value());
        notes.put(ENVIRONMENT, environment);
        return notes;
    }

    Map<String, String> of(PaymentRequest request) {
        Map<String, String> notes = of(request.accountId());
        notes.put(PURCHASE, request.purchaseId().value());
        notes.put(
                PACKAGE,
                request.creditPackage().packageId() + "@"
                        + request.creditPackage().version());
        return notes;
    }

    Map<String, String> of(RefundId refund) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(REFUND, refund.value());
        notes.put(ENVIRONMENT, environment);
        return notes;
    }

    boolean isOurs(@Nullable Map<String, String> notes) {
        return notes != null && environment.equals(notes.get(ENVIRONMENT));
    }

    @Nullable
    AccountId account(@Nullable Map<String, String> notes) {
        String id = own(notes, ACCOUNT);
        return id != null && AccountId.isValid(id) ? new AccountId(id) : null;
    }

    @Nullable
    RefundId refund(@Nullable Map<String, String> notes) {
        String id = own(notes, REFUND);
        return id == null ? null : new RefundId(id);
    }

    @Nullable
    Address address(@Nullable Map<String, String> notes) {
        AccountId account = account(notes);
        String purchase = own(notes, PURCHASE);
        return account == null || purchase == null ? null : new Address(account, new PurchaseId(purchase));
    }

    boolean isFor(PurchaseId purchase, @Nullable Map<String, String> notes) {
        return purchase.value().equals(own(notes, PURCHASE));
    }

    private @Nullable String own(@Nullable Map<String, String> notes, String name) {
        if (notes == null || !isOurs(notes)) {
            return null;
        }
        String value = notes.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
