package io.creditledger.projections;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.AutoTopUpTerms;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.AutoTopUpConfigured;
import io.creditledger.api.purchase.events.AutoTopUpDisabled;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.AutoTopUpPostponed;
import io.creditledger.api.purchase.events.AutoTopUpResumed;
import io.creditledger.api.purchase.events.CancellationRequested;
import io.creditledger.api.purchase.events.CustomerForgotten;
import io.creditledger.api.purchase.events.CustomerRegistered;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeOpened;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PaymentMethodRemovalRequested;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import io.creditledger.api.purchase.events.PaymentMethodUpdated;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentRetried;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.api.purchase.events.RefundReversed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account whose history a test tells: facts that fit together, with the balances they lead to. */
public final class ScriptedAccount {

    private final History history;
    private final AccountId id;
    private final Map<String, Long> lots = new LinkedHashMap<>();
    private final Map<String, Instant> expiries = new LinkedHashMap<>();
    private final Map<String, CreditsConsumed> consumptions = new LinkedHashMap<>();
    private final Map<String, Long> reversed = new LinkedHashMap<>();
    private final Map<String, Bought> purchases = new LinkedHashMap<>();
    private final Map<String, RefundRequested> refunds = new LinkedHashMap<>();
    private long total;
    private long used;
    private long held;
    private long frozen;

    /** A purchase as far as credits go. */
    private static final class Bought {

        private final CreditPackage creditPackage;
        /** Credits that left with refunds and disputes, by the lot that they left. */
        private final Map<String, Long> taken = new LinkedHashMap<>();

        private final Map<String, Long> frozenByDispute = new LinkedHashMap<>();
        private String lot = "";
        private long owed;

        private Bought(CreditPackage creditPackage) {
            this.creditPackage = creditPackage;
        }

        private long clawedBack() {
            return owed + taken.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    ScriptedAccount(History history, AccountId id) {
        this.history = history;
        this.id = id;
    }

    public AccountId id() {
        return id;
    }

    public ScriptedAccount opened() {
        return opened(null, Map.of());
    }

    public ScriptedAccount opened(@Nullable String name, Map<String, Object> notes) {
        history.record(new AccountOpened(id, name, new Metadata(notes)));
        return this;
    }

    public ScriptedAccount renamed(String name) {
        history.record(new AccountDetailsChanged(id, name, Metadata.NONE, balance()));
        return this;
    }

    public ScriptedAccount granted(String lot, long amount) {
        return granted(lot, amount, LotSource.PURCHASE, 50, null);
    }

    public ScriptedAccount granted(
            String lot, long amount, LotSource source, int priority, @Nullable Instant expiresAt) {
        return granted(lot, amount, source, priority, history.now(), expiresAt);
    }

    public ScriptedAccount granted(
            String lot, long amount, LotSource source, int priority, Instant effectiveAt, @Nullable Instant expiresAt) {
        return granted(lot, amount, source, priority, effectiveAt, expiresAt, null);
    }

    private ScriptedAccount granted(
            String lot,
            long amount,
            LotSource source,
            int priority,
            Instant effectiveAt,
            @Nullable Instant expiresAt,
            @Nullable Payment payment) {
        boolean pending = effectiveAt.isAfter(history.now());
        long settled = Math.min(debt(), amount);
        total += amount;
        frozen += pending ? amount - settled : 0;
        if (!pending) {
            lots.put(lot, amount - settled);
        }
        if (expiresAt != null) {
            expiries.put(lot, expiresAt);
        }
        history.record(new CreditsGranted(
                id,
                new LotId(lot),
                Credits.of(amount),
                source,
                "Lot " + lot,
                priority,
                effectiveAt,
                expiresAt,
                pending,
                settled == 0 ? null : Credits.of(settled),
                payment,
                balance()));
        return this;
    }

    private long debt() {
        return Math.max(0, used - total);
    }

    public ScriptedAccount activated(String lot, long amount) {
        frozen -= amount;
        lots.put(lot, amount);
        history.record(new LotActivated(id, new LotId(lot), Credits.of(amount), balance()));
        return this;
    }

    public ScriptedAccount expired(String lot) {
        long unspent = Objects.requireNonNull(lots.remove(lot));
        lots.put(lot, 0L);
        total -= unspent;
        history.record(new LotExpired(
                id, new LotId(lot), Credits.of(unspent), expiries.getOrDefault(lot, history.now()), balance()));
        return this;
    }

    public ScriptedAccount consumed(String consumption, long amount) {
        return consumed(consumption, amount, null);
    }

    public ScriptedAccount consumed(String consumption, long amount, @Nullable Website website) {
        return consumed(consumption, amount, "Website generation", website, Map.of());
    }

    public ScriptedAccount consumed(
            String consumption, long amount, String description, @Nullable Website website, Map<String, Object> notes) {
        used += amount;
        CreditsConsumed fact = new CreditsConsumed(
                id,
                new ConsumptionId(consumption),
                Credits.of(amount),
                description,
                website,
                new Metadata(notes),
                draw(amount),
                balance());
        consumptions.put(consumption, fact);
        history.record(fact);
        return this;
    }

    private List<Draw> draw(long amount) {
        List<Draw> draws = new ArrayList<>();
        long left = amount;
        for (Map.Entry<String, Long> entry : lots.entrySet()) {
            String lot = entry.getKey();
            long part = Math.min(left, free(lot));
            if (part > 0) {
                draws.add(new Draw(new LotId(lot), Credits.of(part)));
                entry.setValue(entry.getValue() - part);
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalArgumentException("the script spends more than there is");
        }
        return draws;
    }

    /** What can be spent of a lot: not what is disputed or held. */
    private long free(String lot) {
        return isDisputed(lot) ? 0 : lots.getOrDefault(lot, 0L) - heldOf(lot);
    }

    private boolean isDisputed(String lot) {
        return purchases.values().stream()
                .anyMatch(bought -> bought.lot.equals(lot) && !bought.frozenByDispute.isEmpty());
    }

    private long heldOf(String lot) {
        return refunds.values().stream()
                .filter(refund -> bought(refund.purchaseId().value()).lot.equals(lot))
                .mapToLong(refund -> refund.credits().amount())
                .sum();
    }

    public ScriptedAccount reversed(String reversal, String consumption, long amount) {
        CreditsConsumed taken = Objects.requireNonNull(consumptions.get(consumption));
        long settled = Math.min(debt(), amount);
        used -= amount;
        List<Draw> returns = new ArrayList<>();
        long skip = reversed.getOrDefault(consumption, 0L);
        long left = amount - settled;
        for (Draw draw : taken.draws().reversed()) {
            long free = draw.amount().amount() - Math.min(skip, draw.amount().amount());
            skip -= draw.amount().amount() - free;
            long part = Math.min(left, free);
            if (part > 0) {
                returns.add(new Draw(draw.lotId(), Credits.of(part)));
                putBack(draw.lotId().value(), part);
                left -= part;
            }
        }
        reversed.merge(consumption, amount, Long::sum);
        history.record(new ConsumptionReversed(
                id,
                new ReversalId(reversal),
                new ConsumptionId(consumption),
                Credits.of(amount),
                "Generation failed",
                taken.website(),
                returns,
                settled == 0 ? null : Credits.of(settled),
                balance()));
        return this;
    }

    private void putBack(String lot, long amount) {
        lots.merge(lot, amount, Long::sum);
        purchases.values().stream()
                .filter(bought -> bought.lot.equals(lot))
                .flatMap(bought -> bought.frozenByDispute.entrySet().stream())
                .findFirst()
                .ifPresent(dispute -> {
                    dispute.setValue(dispute.getValue() + amount);
                    frozen += amount;
                });
    }

    public ScriptedAccount revoked(String revocation, String lot, long amount) {
        total -= amount;
        lots.merge(lot, -amount, Long::sum);
        history.record(new CreditsRevoked(
                id, new RevocationId(revocation), new LotId(lot), Credits.of(amount), "Sent by mistake", balance()));
        return this;
    }

    public ScriptedAccount customer(String customer) {
        history.record(new CustomerRegistered(id, new CustomerReference(customer), balance()));
        return this;
    }

    public ScriptedAccount customerForgotten(String customer) {
        history.record(new CustomerForgotten(id, new CustomerReference(customer), balance()));
        return this;
    }

    public ScriptedAccount cardSaved(String card) {
        history.record(new PaymentMethodRegistered(id, card(card, 2030), balance()));
        return this;
    }

    public ScriptedAccount cardRenewed(String card, int expYear) {
        history.record(new PaymentMethodUpdated(id, card(card, expYear), balance()));
        return this;
    }

    private static Card card(String card, int expYear) {
        return new Card(new PaymentMethodId(card), "visa", "4242", 4, expYear, "fingerprint-" + card, null);
    }

    public ScriptedAccount cardPreferred(String card) {
        history.record(new DefaultPaymentMethodSet(id, new PaymentMethodId(card), balance()));
        return this;
    }

    public ScriptedAccount cardRemovalRequested(String card) {
        history.record(new PaymentMethodRemovalRequested(id, new PaymentMethodId(card), balance()));
        return this;
    }

    public ScriptedAccount cardRemoved(String card) {
        history.record(new PaymentMethodRemoved(id, new PaymentMethodId(card), balance()));
        return this;
    }

    /** Starts a purchase of credits at ten for a cent. */
    public ScriptedAccount purchaseStarted(String purchase, long credits) {
        return purchaseStarted(purchase, credits, PurchaseInitiator.CUSTOMER, null);
    }

    public ScriptedAccount topUpStarted(String purchase, long credits) {
        return purchaseStarted(purchase, credits, PurchaseInitiator.AUTO_TOP_UP, "pm-default");
    }

    private ScriptedAccount purchaseStarted(
            String purchase, long credits, PurchaseInitiator initiator, @Nullable String card) {
        CreditPackage bought = pack(credits);
        purchases.put(purchase, new Bought(bought));
        history.record(new PurchaseStarted(
                id,
                new PurchaseId(purchase),
                bought,
                initiator,
                card == null ? null : new PaymentMethodId(card),
                false,
                balance()));
        return this;
    }

    private static CreditPackage pack(long credits) {
        return new CreditPackage(
                new PackageId("pack-" + credits), 1, Credits.of(credits), new Price(credits / 10, "usd"));
    }

    private Bought bought(String purchase) {
        return Objects.requireNonNull(purchases.get(purchase));
    }

    private static PaymentReference payment(String purchase) {
        return new PaymentReference("pi-" + purchase);
    }

    public ScriptedAccount paymentRequested(String purchase) {
        history.record(new PaymentRequested(id, new PurchaseId(purchase), payment(purchase), history.now(), balance()));
        return this;
    }

    public ScriptedAccount actionRequired(String purchase) {
        history.record(
                new PaymentActionRequired(id, new PurchaseId(purchase), payment(purchase), history.now(), balance()));
        return this;
    }

    public ScriptedAccount underWay(String purchase) {
        history.record(new PaymentUnderWay(id, new PurchaseId(purchase), payment(purchase), history.now(), balance()));
        return this;
    }

    public static PaymentFailure failure(String declineCode) {
        return new PaymentFailure("card_declined", declineCode, "The card was declined.");
    }

    public ScriptedAccount declined(String purchase, String declineCode) {
        history.record(new PaymentDeclined(
                id, new PurchaseId(purchase), payment(purchase), failure(declineCode), history.now(), balance()));
        return this;
    }

    public ScriptedAccount retried(String purchase, int attempt) {
        history.record(new PaymentRetried(id, new PurchaseId(purchase), attempt, balance()));
        return this;
    }

    public ScriptedAccount succeeded(String purchase) {
        history.record(new PurchaseSucceeded(
                id,
                new PurchaseId(purchase),
                payment(purchase),
                "https://pay.example/" + purchase,
                history.now(),
                balance()));
        return this;
    }

    /** The credits of a purchase that succeeded come in. */
    public ScriptedAccount paid(String purchase, String lot) {
        Bought bought = bought(purchase);
        bought.lot = lot;
        return granted(
                lot,
                bought.creditPackage.credits().amount(),
                LotSource.PURCHASE,
                50,
                history.now(),
                null,
                new Payment(new PurchaseId(purchase), payment(purchase), bought.creditPackage.price()));
    }

    public ScriptedAccount failed(String purchase, String declineCode) {
        history.record(new PurchaseFailed(id, new PurchaseId(purchase), failure(declineCode), balance()));
        return this;
    }

    public ScriptedAccount cancellationRequested(String purchase, CancellationReason reason) {
        history.record(new CancellationRequested(id, new PurchaseId(purchase), reason, balance()));
        return this;
    }

    public ScriptedAccount canceled(String purchase) {
        history.record(new PurchaseCanceled(id, new PurchaseId(purchase), payment(purchase), history.now(), balance()));
        return this;
    }

    /** What a refund of a purchase may be asked for. */
    public long refundable(String purchase) {
        return free(bought(purchase).lot);
    }

    public ScriptedAccount refundRequested(String refund, String purchase, long credits) {
        held += credits;
        RefundRequested fact = new RefundRequested(
                id,
                new RefundId(refund),
                new PurchaseId(purchase),
                Credits.of(credits),
                new Price(credits / 10, "usd"),
                "Bought twice",
                balance());
        refunds.put(refund, fact);
        history.record(fact);
        return this;
    }

    public ScriptedAccount refundFailed(String refund) {
        RefundRequested requested = Objects.requireNonNull(refunds.remove(refund));
        held -= requested.credits().amount();
        history.record(new RefundFailed(
                id,
                requested.refundId(),
                requested.purchaseId(),
                requested.credits(),
                failure("refused"),
                null,
                balance()));
        return this;
    }

    /** Money went back, of which so much in all, and credits with it. */
    public ScriptedAccount refunded(String purchase, long money, long credits, String... ofOurs) {
        for (String refund : ofOurs) {
            held -= Objects.requireNonNull(refunds.remove(refund)).credits().amount();
        }
        List<Draw> draws = take(bought(purchase), credits);
        history.record(new PurchaseRefunded(
                id,
                new PurchaseId(purchase),
                new Price(money, "usd"),
                Arrays.stream(ofOurs).map(RefundId::new).toList(),
                Credits.of(credits),
                draws,
                history.now(),
                balance()));
        return this;
    }

    public ScriptedAccount refundReversed(String purchase, long money, long credits) {
        long settled = Math.min(debt(), credits);
        List<Draw> returns = giveBack(bought(purchase), credits, settled);
        history.record(new RefundReversed(
                id,
                new PurchaseId(purchase),
                new Price(money, "usd"),
                new Price(0, "usd"),
                Credits.of(credits),
                Credits.of(settled),
                returns,
                history.now(),
                balance()));
        return this;
    }

    public ScriptedAccount disputed(String dispute, String purchase) {
        Bought bought = bought(purchase);
        long unspent = free(bought.lot);
        bought.frozenByDispute.put(dispute, unspent);
        frozen += unspent;
        history.record(new DisputeOpened(
                id,
                new PurchaseId(purchase),
                new DisputeReference(dispute),
                bought.creditPackage.price(),
                "fraudulent",
                Credits.of(unspent),
                history.now(),
                balance()));
        return this;
    }

    /** All credits of the purchase leave that have not left before. */
    public ScriptedAccount disputeLost(String dispute, String purchase) {
        Bought bought = bought(purchase);
        return disputeLost(
                dispute,
                purchase,
                Math.min(total, bought.creditPackage.credits().amount() - bought.clawedBack()));
    }

    public ScriptedAccount disputeLost(String dispute, String purchase, long credits) {
        Bought bought = bought(purchase);
        long thawed = thaw(bought, dispute);
        List<Draw> draws = take(bought, credits);
        history.record(new DisputeLost(
                id,
                new PurchaseId(purchase),
                new DisputeReference(dispute),
                bought.creditPackage.price(),
                Credits.of(thawed),
                Credits.of(credits),
                draws,
                history.now(),
                balance()));
        return this;
    }

    /** What had left for it before comes back. */
    public ScriptedAccount disputeWon(String dispute, String purchase, long credits) {
        Bought bought = bought(purchase);
        long thawed = thaw(bought, dispute);
        long settled = Math.min(debt(), credits);
        List<Draw> returns = giveBack(bought, credits, settled);
        history.record(new DisputeWon(
                id,
                new PurchaseId(purchase),
                new DisputeReference(dispute),
                bought.creditPackage.price(),
                Credits.of(thawed),
                Credits.of(credits),
                Credits.of(settled),
                returns,
                history.now(),
                balance()));
        return this;
    }

    private long thaw(Bought bought, String dispute) {
        Long thawed = bought.frozenByDispute.remove(dispute);
        frozen -= thawed == null ? 0 : thawed;
        return thawed == null ? 0 : thawed;
    }

    /** Takes credits from the purchase's lot, then from the others; what is missing is owed. */
    private List<Draw> take(Bought bought, long credits) {
        total -= credits;
        List<String> order = new ArrayList<>(List.of(bought.lot));
        lots.keySet().stream().filter(lot -> !lot.equals(bought.lot)).forEach(order::add);
        List<Draw> draws = new ArrayList<>();
        long left = credits;
        for (String lot : order) {
            long part = Math.min(left, free(lot));
            if (part > 0) {
                draws.add(new Draw(new LotId(lot), Credits.of(part)));
                lots.merge(lot, -part, Long::sum);
                bought.taken.merge(lot, part, Long::sum);
                left -= part;
            }
        }
        bought.owed += left;
        return draws;
    }

    /** How many of the credits that a purchase lost can come back to where they were. */
    public long returnable(String purchase) {
        Bought bought = bought(purchase);
        return bought.clawedBack() - bought.owed + Math.min(debt(), bought.owed);
    }

    private List<Draw> giveBack(Bought bought, long credits, long settled) {
        total += credits;
        long left = credits - settled;
        bought.owed = Math.max(0, bought.owed - settled);
        List<Draw> returns = new ArrayList<>();
        for (Map.Entry<String, Long> taken : bought.taken.entrySet()) {
            long part = Math.min(left, taken.getValue());
            if (part > 0) {
                returns.add(new Draw(new LotId(taken.getKey()), Credits.of(part)));
                taken.setValue(taken.getValue() - part);
                putBack(taken.getKey(), part);
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalArgumentException("the script gives back more than left");
        }
        return returns;
    }

    public ScriptedAccount topUpsConfigured(long threshold, long credits, long monthlyLimit) {
        history.record(new AutoTopUpConfigured(
                id,
                new AutoTopUpTerms(Credits.of(threshold), pack(credits), new Price(monthlyLimit, "usd")),
                balance()));
        return this;
    }

    public ScriptedAccount topUpsDisabled() {
        history.record(new AutoTopUpDisabled(id, balance()));
        return this;
    }

    public ScriptedAccount topUpsPaused(PauseReason reason, @Nullable PaymentFailure failure, @Nullable Instant until) {
        history.record(new AutoTopUpPaused(id, reason, failure, until, balance()));
        return this;
    }

    public ScriptedAccount topUpsPostponed(String purchase, String declineCode, Instant nextAttemptAt) {
        history.record(new AutoTopUpPostponed(
                id, new PurchaseId(purchase), failure(declineCode), 1, nextAttemptAt, balance()));
        return this;
    }

    public ScriptedAccount topUpsResumed() {
        history.record(new AutoTopUpResumed(id, balance()));
        return this;
    }

    public long spendable() {
        return lots.keySet().stream().mapToLong(this::free).sum();
    }

    /** Lots that nothing is held or frozen of, and what is unspent of each. */
    public Map<String, Long> unspent() {
        Map<String, Long> unspent = new LinkedHashMap<>(lots);
        unspent.keySet().removeIf(lot -> isDisputed(lot) || heldOf(lot) > 0);
        return unspent;
    }

    public long reversible(String consumption) {
        CreditsConsumed taken = consumptions.get(consumption);
        return taken == null ? 0 : taken.amount().amount() - reversed.getOrDefault(consumption, 0L);
    }

    public Balance balance() {
        return new Balance(Credits.of(total), Credits.of(used), Credits.of(held), Credits.of(frozen));
    }
}
