package io.creditledger.client;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Up to where an account has been followed. The ledger resumes after a revision, and because several things may bear the same
 * one it tells again some of what stands at it: this knows which of them are news.
 */
final class Place {

    private @Nullable Long revision;

    /** Where following began for who asked for nothing older; what is told of it but the balance has happened before. */
    private long before = -1;

    private final Set<String> toldAtRevision = new HashSet<>();

    /**
     * After a revision.
     *
     * @param after the revision that is known already; null for nothing older than now
     */
    Place(@Nullable Long after) {
        this.revision = after;
    }

    OptionalLong revision() {
        return revision == null ? OptionalLong.empty() : OptionalLong.of(revision);
    }

    /**
     * Whether a happening has not been told before.
     *
     * @throws HistoryReplaced if the account is not as far as it was
     */
    boolean isNews(Happening happening) {
        boolean isBalance = happening instanceof Happening.BalanceChanged;
        if (revision == null) {
            before = happening.revision();
            return isBalance;
        }
        if (isBalance && happening.revision() < revision) {
            throw new HistoryReplaced(revision, happening.revision());
        }
        if (happening.revision() < revision || (!isBalance && happening.revision() <= before)) {
            return false;
        }
        return happening.revision() > revision || !toldAtRevision.contains(nameOf(happening));
    }

    /** Notes that a happening that is news has been told. */
    void told(Happening happening) {
        if (revision == null || happening.revision() > revision) {
            toldAtRevision.clear();
        }
        revision = happening.revision();
        toldAtRevision.add(nameOf(happening));
    }

    private static String nameOf(Happening happening) {
        return switch (happening) {
            case Happening.BalanceChanged _ -> "balance";
            case Happening.TransactionBooked(var transaction) -> "transaction " + transaction.transactionId();
            case Happening.PurchaseChanged(var purchase) -> "purchase " + purchase.purchaseId();
            case Happening.PaymentMethodChanged(var card) -> "payment-method " + card.paymentMethodId();
        };
    }
}
