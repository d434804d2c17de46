package io.creditledger.service.purchase.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.purchase.ClientSecret;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import io.creditledger.service.purchase.ProviderCalls;
import io.creditledger.service.purchase.Purchasing;
import io.creditledger.service.purchase.Purchasing.Carried;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Waits for what comes of a purchase or refund, and answers with what the account has stored of it. A request that is repeated
 * finds the same facts, and so gets the same answer; only a client secret, which nobody stores, is read again.
 */
@Component
class Buying {

    private static final int FACTS_AT_ONCE = 1_000;

    /** Far more than an account decides while a refund is on its way. */
    private static final int MOST_FACTS = 100_000;

    private final Purchasing purchasing;
    private final ProviderCalls calls;
    private final AccountQueries queries;

    Buying(Purchasing purchasing, ProviderCalls calls, AccountQueries queries) {
        this.purchasing = purchasing;
        this.calls = calls;
        this.queries = queries;
    }

    /** How the payment of a purchase went at first. */
    PurchaseAnswer outcomeOf(PurchaseStarted started) {
        AccountId account = started.accountId();
        PurchaseId purchase = started.purchaseId();
        PurchaseState state = purchasing.inspect(account, purchase);
        ClientSecret secret = null;
        if (state.outcomeRevision() == null) {
            Carried carried = carryOn(account, purchase);
            secret = carried.clientSecret();
            state = carried.state();
        }
        Long revision = state.outcomeRevision();
        if (revision == null) {
            throw ProviderProblems.outcomeUnknown(state);
        }
        Recorded first = StoredFacts.read(factAt(account, revision));
        return PurchaseAnswer.of(started, first, secretFor(Outcome.of(first.fact()), secret, state));
    }

    /** As far as it comes now. If the payment provider is away, something else may have brought the outcome meanwhile. */
    private Carried carryOn(AccountId account, PurchaseId purchase) {
        try {
            return calls.await(() -> purchasing.carryOn(account, purchase));
        } catch (Unavailable away) {
            return new Carried(purchasing.inspect(account, purchase), null);
        }
    }

    private @Nullable ClientSecret secretFor(Outcome outcome, @Nullable ClientSecret known, PurchaseState state) {
        PaymentReference payment = outcome.payment();
        if (!outcome.needsCustomer() || payment == null) {
            return null;
        }
        return known != null ? known : secretOf(payment, state);
    }

    private ClientSecret secretOf(PaymentReference payment, PurchaseState state) {
        try {
            return calls.await(() -> purchasing.secretOf(payment));
        } catch (Unavailable away) {
            throw ProviderProblems.secretUnknown(state);
        }
    }

    private StoredFact factAt(AccountId account, long revision) {
        return queries.facts(account, revision, 1).getFirst();
    }

    /** Goes on with a purchase for a customer who has come back. */
    Carried resume(AccountId account, PurchaseId purchase) {
        PurchaseState before = purchasing.inspect(account, purchase);
        if (!before.status().isOpen()) {
            throw ProviderProblems.notOpen(before);
        }
        Carried carried = attempt(account, before);
        PurchaseState after = carried.state();
        PaymentReference payment = after.paymentReference();
        if (payment == null || !Outcome.needsCustomer(after.status())) {
            return new Carried(after, null);
        }
        ClientSecret secret = carried.clientSecret();
        return new Carried(after, secret != null ? secret : secretOf(payment, after));
    }

    /** Tries to end a purchase at the payment provider, which may say that it was just paid. */
    void cancel(AccountId account, PurchaseState requested) {
        if (requested.status().isOpen()) {
            attempt(account, requested);
        }
    }

    private Carried attempt(AccountId account, PurchaseState before) {
        try {
            return calls.await(() -> purchasing.carryOn(account, before.purchaseId()));
        } catch (Unavailable away) {
            throw ProviderProblems.goesOn(before);
        }
    }

    /** What came of a refund. */
    RefundAnswer settlementOf(Recorded recorded) {
        RefundRequested requested = (RefundRequested) recorded.fact();
        if (isOpen(purchasing.inspect(requested.accountId(), requested.purchaseId()), requested.refundId())) {
            carryOn(requested.accountId(), requested.purchaseId());
        }
        return settlement(requested, recorded.revision() + 1)
                .map(settled -> RefundAnswer.of(requested, settled))
                .orElseThrow(() -> ProviderProblems.refundUnknown(requested));
    }

    private static boolean isOpen(PurchaseState state, RefundId refund) {
        return state.openRefunds().stream().anyMatch(open -> open.refundId().equals(refund));
    }

    private Optional<Recorded> settlement(RefundRequested requested, long from) {
        long next = from;
        while (next < from + MOST_FACTS) {
            List<StoredFact> facts = queries.facts(requested.accountId(), next, FACTS_AT_ONCE);
            for (StoredFact fact : facts) {
                if (isSettlement(fact) && settles(StoredFacts.read(fact), requested.refundId())) {
                    return Optional.of(StoredFacts.read(fact));
                }
            }
            if (facts.size() < FACTS_AT_ONCE) {
                return Optional.empty();
            }
            next = facts.getLast().revision() + 1;
        }
        return Optional.empty();
    }

    /** By its stored name: the others need not be read. */
    private static boolean isSettlement(StoredFact fact) {
        return fact.type().equals(RefundFailed.class.getSimpleName())
                || fact.type().equals(PurchaseRefunded.class.getSimpleName());
    }

    private static boolean settles(Recorded recorded, RefundId refund) {
        return switch (recorded.fact()) {
            case RefundFailed failed -> failed.refundId().equals(refund);
            case PurchaseRefunded refunded -> refunded.refundIds().contains(refund);
            default -> false;
        };
    }
}
