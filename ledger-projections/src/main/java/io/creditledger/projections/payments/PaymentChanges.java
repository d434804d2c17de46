package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.projections.payments.CustomersTable.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a batch makes of purchases, cards, customers and top-ups. What it begins with is read when a fact first speaks of it:
 * such facts are few, so a row read and written as a whole is cheap, and right whichever facts came in which batch. That it is
 * read before the batch's accounts are moved forward does no harm: if another process writes in between, they do not move.
 */
final class PaymentChanges {

    private final PaymentTables tables;
    private final SortedMap<Key, Purchase> purchases = new TreeMap<>();
    private final SortedMap<Key, SavedCard> cards = new TreeMap<>();
    private final SortedMap<String, Optional<AutoTopUp>> autoTopUps = new TreeMap<>();
    private final SortedMap<Customer, Boolean> customers = new TreeMap<>();
    private final Work work = new Work();

    PaymentChanges(PaymentTables tables) {
        this.tables = tables;
    }

    private record Key(String accountId, String id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byAccount = accountId.compareTo(other.accountId);
            return byAccount == 0 ? id.compareTo(other.id) : byAccount;
        }
    }

    void start(Purchase purchase) {
        purchases.put(new Key(purchase.accountId(), purchase.purchaseId()), purchase);
    }

    Purchase purchase(AccountId account, PurchaseId purchase) {
        return purchases.computeIfAbsent(new Key(account.value(), purchase.value()), _ -> tables.purchases()
                .find(account, purchase)
                .orElseThrow(() -> new IllegalStateException("purchase " + purchase + " was never started")));
    }

    void save(SavedCard card) {
        cards.put(new Key(card.accountId(), card.paymentMethodId()), card);
    }

    void change(AccountId account, PaymentMethodId card, UnaryOperator<SavedCard> how) {
        save(how.apply(
                find(account, card).orElseThrow(() -> new IllegalStateException("card " + card + " was never saved"))));
    }

    /** A card of the account, whether it is still there or not. */
    Optional<SavedCard> find(AccountId account, PaymentMethodId card) {
        SavedCard changed = cards.get(new Key(account.value(), card.value()));
        return changed == null ? tables.cards().find(account, card) : Optional.of(changed);
    }

    Optional<SavedCard> defaultOf(AccountId account) {
        return cards.values().stream()
                .filter(card -> card.account().equals(account) && card.isDefault())
                .findFirst()
                .or(() -> tables.cards()
                        .defaultOf(account)
                        .filter(card -> !cards.containsKey(new Key(card.accountId(), card.paymentMethodId()))));
    }

    void configure(AutoTopUp topUp) {
        autoTopUps.put(topUp.accountId(), Optional.of(topUp));
    }

    void disableAutoTopUp(AccountId account) {
        autoTopUps.put(account.value(), Optional.empty());
    }

    void changeAutoTopUp(AccountId account, UnaryOperator<AutoTopUp> how) {
        configure(how.apply(autoTopUp(account)
                .orElseThrow(() -> new IllegalStateException("top-ups of " + account + " are not configured"))));
    }

    /** A top-up may outlive the terms that started it. */
    void changeAutoTopUpIfOn(AccountId account, UnaryOperator<AutoTopUp> how) {
        autoTopUp(account).ifPresent(topUp -> configure(how.apply(topUp)));
    }

    private Optional<AutoTopUp> autoTopUp(AccountId account) {
        return autoTopUps.computeIfAbsent(
                account.value(), _ -> tables.autoTopUps().find(account));
    }

    void register(AccountId account, CustomerReference customer) {
        customers.put(new Customer(customer, account), true);
    }

    void forget(AccountId account, CustomerReference customer) {
        customers.put(new Customer(customer, account), false);
    }

    Work work() {
        return work;
    }

    void write() {
        List<Purchase> changed = List.copyOf(purchases.values());
        changed.forEach(this::workOn);
        tables.purchases().write(changed);
        tables.cards().write(List.copyOf(cards.values()));
        writeAutoTopUps();
        writeCustomers();
        tables.unfinished().write(work);
    }

    private void workOn(Purchase purchase) {
        Work.Key key = Work.Key.purchase(purchase.origin().account(), purchase.purchaseId());
        if (purchase.status().isOpen()) {
            work.due(key, purchase.origin().purchaseId(), purchase.origin().startedAt());
        } else {
            work.done(key);
        }
    }

    private void writeAutoTopUps() {
        List<AutoTopUp> configured = new ArrayList<>();
        List<AccountId> disabled = new ArrayList<>();
        autoTopUps.forEach((accountId, topUp) -> {
            AccountId account = new AccountId(accountId);
            topUp.ifPresentOrElse(configured::add, () -> disabled.add(account));
            topUp.map(AutoTopUp::nextAttemptAt)
                    .ifPresentOrElse(
                            next -> work.due(Work.Key.autoTopUp(account), null, next),
                            () -> work.done(Work.Key.autoTopUp(account)));
        });
        tables.autoTopUps().write(configured);
        tables.autoTopUps().delete(disabled);
    }

    /** One that was forgotten may be registered again: whatever was there goes first. */
    private void writeCustomers() {
        tables.customers().delete(List.copyOf(customers.keySet()));
        tables.customers()
                .write(customers.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
