package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.CustomerState;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseRejection.CustomerMismatch;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodLimitReached;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodNotFound;
import io.creditledger.api.purchase.commands.RecordPaymentMethods;
import io.creditledger.api.purchase.events.CustomerForgotten;
import io.creditledger.api.purchase.events.CustomerRegistered;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PaymentMethodRemovalRequested;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import io.creditledger.api.purchase.events.PaymentMethodUpdated;
import java.util.List;

/** Decides about the saved cards of one account. While there is any, exactly one of them is the default. */
final class CardDesk {

    private final CreditAccount account;
    private final PaymentMethods methods;

    CardDesk(CreditAccount account) {
        this.account = account;
        this.methods = account.paymentMethods();
    }

    CustomerState inspect() {
        return new CustomerState(
                methods.customer(), methods.customersBefore(), account.displayName(), methods.removals());
    }

    /** The first one told stands: whoever asked the payment provider twice at once got the same one. */
    CustomerState registerCustomer(CustomerReference reference) {
        if (methods.customer() == null) {
            apply(new CustomerRegistered(account.id(), reference, account.balance()));
        }
        return inspect();
    }

    void forgetCustomer(CustomerReference reference) {
        if (reference.equals(methods.customer())) {
            methods.all().forEach(this::gone);
            apply(new CustomerForgotten(account.id(), reference, account.balance()));
        }
    }

    void register(CustomerReference customer, Card card) {
        requireOwn(customer);
        if (methods.isFull() && methods.find(card.paymentMethodId()).isEmpty()) {
            throw account.refused(new PaymentMethodLimitReached(PaymentMethods.MAX));
        }
        save(card);
    }

    private void save(Card card) {
        PaymentMethodId id = card.paymentMethodId();
        var known = methods.find(id);
        if (known.isEmpty()) {
            apply(new PaymentMethodRegistered(account.id(), card, account.balance()));
            if (methods.defaultId() == null) {
                apply(new DefaultPaymentMethodSet(account.id(), id, account.balance()));
            }
            new TopUpDesk(account).cardSaved();
        } else if (!known.get().card().equals(card)) {
            apply(new PaymentMethodUpdated(account.id(), card, account.balance()));
        }
    }

    void record(RecordPaymentMethods command) {
        requireOwn(command.customerReference());
        List<PaymentMethodId> present =
                command.cards().stream().map(Card::paymentMethodId).toList();
        List<PaymentMethodId> absent =
                methods.all().stream().filter(id -> !present.contains(id)).toList();
        // The default goes last, when there may be a new card to pass it on to: no pause of top-ups for a card that was
        // replaced.
        absent.stream().filter(id -> !methods.isDefault(id)).forEach(this::gone);
        for (Card card : command.cards()) {
            if (!methods.isFull() || methods.find(card.paymentMethodId()).isPresent()) {
                save(card);
            }
        }
        absent.forEach(this::forget);
    }

    private void requireOwn(CustomerReference customer) {
        if (!customer.equals(methods.customer())) {
            throw account.refused(new CustomerMismatch(customer.value()));
        }
    }

    void makeDefault(PaymentMethodId id) {
        requireUsable(id);
        if (!methods.isDefault(id)) {
            apply(new DefaultPaymentMethodSet(account.id(), id, account.balance()));
        }
    }

    void remove(PaymentMethodId id) {
        if (methods.removals().contains(id)) {
            return;
        }
        requireUsable(id);
        boolean wasDefault = methods.isDefault(id);
        apply(new PaymentMethodRemovalRequested(account.id(), id, account.balance()));
        passOn(id, wasDefault);
    }

    void forget(PaymentMethodId id) {
        if (methods.find(id).isPresent()) {
            gone(id);
        }
    }

    private void gone(PaymentMethodId id) {
        boolean wasDefault = methods.isDefault(id);
        apply(new PaymentMethodRemoved(account.id(), id, account.balance()));
        passOn(id, wasDefault);
    }

    private void passOn(PaymentMethodId leaving, boolean wasDefault) {
        if (!wasDefault) {
            return;
        }
        methods.heirOf(leaving)
                .ifPresentOrElse(
                        heir -> apply(new DefaultPaymentMethodSet(account.id(), heir, account.balance())),
                        () -> new TopUpDesk(account).cardMissing());
    }

    private void requireUsable(PaymentMethodId id) {
        if (!methods.isUsable(id)) {
            throw account.refused(new PaymentMethodNotFound(id.value()));
        }
    }
}
