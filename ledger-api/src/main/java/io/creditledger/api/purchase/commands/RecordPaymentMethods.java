package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import java.util.List;

/**
 * Tells which cards the payment provider has of the customer.
 *
 * @param cards all of them
 */
public record RecordPaymentMethods(AccountId accountId, CustomerReference customerReference, List<Card> cards)
        implements PurchaseCommand {

    public RecordPaymentMethods {
        cards = List.copyOf(cards);
    }
}
