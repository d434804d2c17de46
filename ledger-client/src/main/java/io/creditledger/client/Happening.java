package io.creditledger.client;

import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import io.creditledger.api.purchase.queries.PurchaseView;

/** Something that happened to an account that is followed. */
public sealed interface Happening {

    /** The account's revision at which it happened; several may have the same. */
    long revision();

    /** The balance after everything that was told before. */
    record BalanceChanged(BalanceView balance) implements Happening {

        @Override
        public long revision() {
            return balance.revision();
        }
    }

    /** A movement was booked. */
    record TransactionBooked(TransactionLine transaction) implements Happening {

        @Override
        public long revision() {
            return transaction.revision();
        }
    }

    /** A purchase was started or came further; it is told as it is now, not once for each of its changes. */
    record PurchaseChanged(PurchaseView purchase) implements Happening {

        @Override
        public long revision() {
            return purchase.revision();
        }
    }

    /** A card was added, changed or removed. */
    record PaymentMethodChanged(PaymentMethodView paymentMethod) implements Happening {

        @Override
        public long revision() {
            return paymentMethod.revision();
        }
    }
}
