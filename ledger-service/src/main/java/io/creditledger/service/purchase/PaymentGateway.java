package io.creditledger.service.purchase;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider, in the ledger's words. Every call ends within its time-outs, and repeating one with the same arguments
 * does nothing twice. None may be made within a transaction.
 *
 * <p>All of them throw {@link PaymentProviderException}: {@code Unavailable} when it is not known what came of the call, {@code
 * Refused} when it is known that nothing did.
 */
public interface PaymentGateway {

    /**
     * Makes the account known.
     *
     * @param customersBefore how many customers of the account were forgotten: names the request together with the account
     */
    CustomerReference createCustomer(AccountId account, @Nullable String displayName, int customersBefore);

    /** Asks for a payment. A card that is declined is no failure of the call: the payment is there and says so. */
    ProviderPayment request(PaymentRequest request);

    /** A payment as it is now. */
    ProviderPayment read(PaymentReference payment);

    /** The latest payment of a customer that says it is for the purchase, if there is one. */
    Optional<ProviderPayment> search(CustomerReference customer, PurchaseId purchase);

    /** Ends a payment that nobody has paid, unless somebody just has: the answer says which. */
    ProviderPayment cancel(PaymentReference payment);

    /**
     * Sends money back.
     *
     * @param amount in the currency's smallest unit
     */
    void refund(PaymentReference payment, RefundId refund, long amount);

    /**
     * Prepares that the customer gives a card to be saved.
     *
     * @param key names the request
     */
    CardSetup setUpCard(AccountId account, CustomerReference customer, String key);

    /** All cards of a customer. */
    List<Card> cards(CustomerReference customer);

    /** Has a card forgotten. One that is forgotten already is no failure. */
    void forgetCard(PaymentMethodId card);
}
