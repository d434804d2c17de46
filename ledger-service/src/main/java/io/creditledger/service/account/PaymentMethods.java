package io.creditledger.service.account;

import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentMethodId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The saved cards of one account, and whom the payment provider knows the account as. */
final class PaymentMethods {

    /** As many as the payment provider tells of at once. */
    static final int MAX = 100;

    private Map<String, SavedCard> byId = new LinkedHashMap<>();
    private @Nullable PaymentMethodId defaultId;
    private @Nullable CustomerReference customer;
    private List<CustomerReference> customersBefore = new ArrayList<>();

    /**
     * A card.
     *
     * @param removed whether it is gone for the account, and only the payment provider still has it
     */
    record SavedCard(Card card, boolean removed) {}

    @Nullable
    CustomerReference customer() {
        return customer;
    }

    /** How many customers the payment provider has forgotten. */
    int customersBefore() {
        return customersBefore.size();
    }

    /** Whether that is or was this account's customer: what one has paid who was deleted since is paid all the same. */
    boolean isOwn(@Nullable CustomerReference reference) {
        return reference != null && (reference.equals(customer) || customersBefore.contains(reference));
    }

    Optional<SavedCard> find(PaymentMethodId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    boolean isUsable(PaymentMethodId id) {
        return find(id).filter(saved -> !saved.removed()).isPresent();
    }

    boolean isFull() {
        return byId.size() >= MAX;
    }

    @Nullable
    PaymentMethodId defaultId() {
        return defaultId;
    }

    boolean isDefault(PaymentMethodId id) {
        return id.equals(defaultId);
    }

    /** The card that becomes the default when this one goes: the one saved last. */
    Optional<PaymentMethodId> heirOf(PaymentMethodId leaving) {
        return new ArrayList<>(byId.values())
                .reversed().stream()
                        .filter(saved -> !saved.removed())
                        .map(saved -> saved.card().paymentMethodId())
                        .filter(id -> !id.equals(leaving))
                        .findFirst();
    }

    /** All that the payment provider may still have, the default last: whatever else goes, it goes without being passed on. */
    List<PaymentMethodId> all() {
        return byId.values().stream()
                .map(saved -> saved.card().paymentMethodId())
                .sorted(Comparator.comparing(this::isDefault))
                .toList();
    }

    /** Those that the payment provider still has to forget. */
    List<PaymentMethodId> removals() {
        return byId.values().stream()
                .filter(SavedCard::removed)
                .map(saved -> saved.card().paymentMethodId())
                .toList();
    }

    void customerRegistered(CustomerReference reference) {
        customer = reference;
    }

    void customerForgotten(CustomerReference reference) {
        customer = null;
        customersBefore.add(reference);
    }

    void saved(Card card) {
        boolean removed = find(card.paymentMethodId()).map(SavedCard::removed).orElse(false);
        byId.put(card.paymentMethodId().value(), new SavedCard(card, removed));
    }

    void defaultSet(PaymentMethodId id) {
        defaultId = id;
    }

    void removalRequested(PaymentMethodId id) {
        byId.computeIfPresent(id.value(), (_, saved) -> new SavedCard(saved.card(), true));
        forgetDefault(id);
    }

    void removed(PaymentMethodId id) {
        byId.remove(id.value());
        forgetDefault(id);
    }

    private void forgetDefault(PaymentMethodId id) {
        defaultId = isDefault(id) ? null : defaultId;
    }
}
