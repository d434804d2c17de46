package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.PACKAGE;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.key;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.AutoTopUpTerms;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PaymentState.Dispute;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PaymentState.Refund;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.commands.RefundPurchase;
import io.creditledger.api.purchase.commands.RegisterCustomer;
import io.creditledger.api.purchase.commands.RegisterPaymentMethod;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words in which the tests of purchases are written. The package on offer is 10,000 credits for $10, so a cent is worth ten
 * credits.
 */
final class PurchaseVocabulary {

    static final CustomerReference CUSTOMER = new CustomerReference("cus_alice");
    static final Card VISA = card("pm_visa");
    static final Card AMEX = card("pm_amex");
    static final PaymentFailure NO_FUNDS =
            new PaymentFailure("card_declined", "insufficient_funds", "Your card has insufficient funds.");
    static final PaymentFailure STOLEN = new PaymentFailure("card_declined", "stolen_card", "Your card was declined.");
    static final PaymentFailure AUTHENTICATION =
            new PaymentFailure(PaymentFailure.AUTHENTICATION_REQUIRED, null, "The bank wants to see the customer.");

    private PurchaseVocabulary() {}

    static RegisterCustomer customer() {
        return new RegisterCustomer(ALICE, CUSTOMER);
    }

    static Card card(String id) {
        return new Card(new PaymentMethodId(id), "visa", "4242", 12, 2030, "print of " + id, "US");
    }

    static RegisterPaymentMethod saved(Card card) {
        return new RegisterPaymentMethod(ALICE, CUSTOMER, card);
    }

    static PurchaseCredits purchase(String key) {
        return new PurchaseCredits(ALICE, key(key), PACKAGE.packageId(), null, false);
    }

    static PurchaseId purchaseId(String key) {
        return PurchaseId.of(RequestId.of(ALICE, key(key)));
    }

    static PurchaseId topUpId(int number) {
        return PurchaseId.ofTopUp(ALICE, number);
    }

    /** The lot that the purchase brings. */
    static LotId lotOf(PurchaseId purchase) {
        return new LotId(LotId.PREFIX + purchase.value());
    }

    static LotId lotOf(String purchase) {
        return lotOf(purchaseId(purchase));
    }

    static PaymentReference paymentOf(PurchaseId purchase) {
        return new PaymentReference("pi_" + purchase);
    }

    static PaymentReference paymentOf(String purchase) {
        return paymentOf(purchaseId(purchase));
    }

    static Draw drawOf(String purchase, long amount) {
        return new Draw(lotOf(purchase), credits(amount));
    }

    static RefundPurchase refund(String key, String purchase, @Nullable Long amount) {
        return new RefundPurchase(
                ALICE, key(key), purchaseId(purchase), amount == null ? null : credits(amount), "Not needed");
    }

    static RefundId refundId(String key) {
        return RefundId.of(RequestId.of(ALICE, key(key)));
    }

    static CancelPurchase cancel(PurchaseId purchase) {
        return new CancelPurchase(ALICE, purchase, CancellationReason.REQUESTED);
    }

    static ConfigureAutoTopUp topUpBelow(long threshold, long monthlyLimit) {
        return new ConfigureAutoTopUp(ALICE, credits(threshold), PACKAGE.packageId(), usd(monthlyLimit));
    }

    static AutoTopUpTerms terms(long threshold, long monthlyLimit) {
        return new AutoTopUpTerms(credits(threshold), PACKAGE, usd(monthlyLimit));
    }

    static Price usd(long cents) {
        return new Price(cents, "usd");
    }

    static DisputeReference disputeReference(String id) {
        return new DisputeReference(id);
    }

    /** News that the payment has been paid, at once. */
    static RecordPayment paid(String purchase) {
        return news(purchase).succeeded();
    }

    static RecordPayment paid(PurchaseId purchase) {
        return news(purchase).succeeded();
    }

    static RecordPayment declined(String purchase, PaymentFailure why) {
        return news(purchase).declined(why);
    }

    static RecordPayment declined(PurchaseId purchase, PaymentFailure why) {
        return news(purchase).declined(why);
    }

    static RecordPayment canceled(PurchaseId purchase) {
        return news(purchase).is(PaymentStatus.CANCELED);
    }

    /** What the payment provider says of the payment of a purchase; more is said of it before it is told. */
    static News news(String purchase) {
        return news(purchaseId(purchase));
    }

    static News news(PurchaseId purchase) {
        return new News(purchase);
    }

    /** A piece of news in the making. */
    static final class News {

        private final PurchaseId purchase;
        private final List<Refund> refunds = new ArrayList<>();
        private final List<Dispute> disputes = new ArrayList<>();
        private PaymentReference reference;
        private @Nullable CustomerReference customer = CUSTOMER;
        private Price price = PACKAGE.price();
        private Instant at = NOON;

        private News(PurchaseId purchase) {
            this.purchase = purchase;
            this.reference = paymentOf(purchase);
        }

        /** So many seconds after noon, by the payment provider's clock. */
        News at(long seconds) {
            at = NOON.plusSeconds(seconds);
            return this;
        }

        News ofPayment(String other) {
            reference = new PaymentReference(other);
            return this;
        }

        News by(@Nullable CustomerReference other) {
            customer = other;
            return this;
        }

        News of(Price other) {
            price = other;
            return this;
        }

        /** Money that went back by a refund that was made elsewhere. */
        News refunded(long cents) {
            refunds.add(new Refund(null, cents, true));
            return this;
        }

        News refundFailed(long cents) {
            refunds.add(new Refund(null, cents, false));
            return this;
        }

        /** Money that went back by a refund that was asked for here. */
        News refunded(String key, long cents) {
            return own(refundId(key), cents, true);
        }

        News refundFailed(String key, long cents) {
            return own(refundId(key), cents, false);
        }

        News own(RefundId id, long cents, boolean effective) {
            refunds.add(new Refund(id, cents, effective));
            return this;
        }

        News disputed(String id, DisputeStatus status) {
            return disputed(id, PACKAGE.price().amount(), status);
        }

        News disputed(String id, long cents, DisputeStatus status) {
            disputes.add(new Dispute(new DisputeReference(id), cents, "fraudulent", status));
            return this;
        }

        RecordPayment succeeded() {
            return is(PaymentStatus.SUCCEEDED);
        }

        RecordPayment declined(PaymentFailure why) {
            return told(PaymentStatus.REQUIRES_PAYMENT_METHOD, why);
        }

        RecordPayment is(PaymentStatus status) {
            return told(status, null);
        }

        private RecordPayment told(PaymentStatus status, @Nullable PaymentFailure failure) {
            String receipt = status == PaymentStatus.SUCCEEDED ? "https://receipt.example" : null;
            return new RecordPayment(
                    ALICE,
                    purchase,
                    new PaymentState(reference, customer, status, price, failure, receipt, refunds, disputes, at));
        }
    }

    static PurchaseStarted started(String key, Balance balance) {
        return new PurchaseStarted(ALICE, purchaseId(key), PACKAGE, PurchaseInitiator.CUSTOMER, null, false, balance);
    }

    static PurchaseStarted topUpStarted(int number, Card card, Balance balance) {
        return new PurchaseStarted(
                ALICE, topUpId(number), PACKAGE, PurchaseInitiator.AUTO_TOP_UP, card.paymentMethodId(), false, balance);
    }

    static PurchaseSucceeded succeeded(PurchaseId purchase, Balance balance) {
        return new PurchaseSucceeded(ALICE, purchase, paymentOf(purchase), "https://receipt.example", NOON, balance);
    }

    /** The lot of a purchase, bought at noon. */
    static CreditsGranted bought(PurchaseId purchase, @Nullable Long settledDebt, Balance balance) {
        return new CreditsGranted(
                ALICE,
                lotOf(purchase),
                PACKAGE.credits(),
                LotSource.PURCHASE,
                purchase.value().startsWith(PurchaseId.TOP_UP_PREFIX)
                        ? "Automatic top-up"
                        : "Purchase of 10000 credits",
                50,
                NOON,
                null,
                false,
                settledDebt == null ? null : credits(settledDebt),
                new Payment(purchase, paymentOf(purchase), PACKAGE.price()),
                balance);
    }

    /** A balance of which some is held and some frozen. */
    static Balance balance(long total, long used, long held, long frozen) {
        return new Balance(credits(total), credits(used), credits(held), credits(frozen));
    }
}
