package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PurchaseId;

/**
 * Tells what the payment provider says of a purchase's payment. The account draws all conclusions: credits that arrive, leave
 * or are frozen. Told twice, or late, it concludes nothing new. Answered by a {@link
 * io.creditledger.api.purchase.PurchaseState}.
 */
public record RecordPayment(AccountId accountId, PurchaseId purchaseId, PaymentState payment)
        implements PurchaseCommand {}
