package io.creditledger.service.purchase.http;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RefundPurchase;
import io.creditledger.service.platform.http.RequestObject;

/** Reads the bodies of requests into commands. */
final class Requests {

    private static final long MAX_MONEY = 1_000_000_000_000L;

    private Requests() {}

    static PurchaseCredits purchaseCredits(AccountId account, IdempotencyKey key, RequestObject body) {
        String wanted = packageId(body);
        String card = body.optionalMatching(
                "paymentMethodId", PaymentMethodId::isValid, "must be 1 to 255 of A-Z a-z 0-9 . _ : -");
        boolean save = body.flag("savePaymentMethod");
        body.finish();
        return new PurchaseCredits(
                account, key, new PackageId(wanted), card == null ? null : new PaymentMethodId(card), save);
    }

    static RefundPurchase refundPurchase(
            AccountId account, PurchaseId purchase, IdempotencyKey key, RequestObject body) {
        Long credits = body.optionalInteger("credits", CreditMovement.MIN_AMOUNT, CreditMovement.MAX_AMOUNT);
        String reason = body.line("reason", CreditMovement.MAX_DESCRIPTION_LENGTH);
        body.finish();
        return new RefundPurchase(account, key, purchase, credits == null ? null : Credits.of(credits), reason);
    }

    static ConfigureAutoTopUp configureAutoTopUp(AccountId account, RequestObject body) {
        long threshold = body.integer("threshold", CreditMovement.MIN_AMOUNT, CreditMovement.MAX_AMOUNT);
        String wanted = packageId(body);
        RequestObject limit = body.object("monthlyLimit");
        long amount = limit == null ? 0 : limit.integer("amount", 1, MAX_MONEY);
        String currency = limit == null ? "" : currency(limit);
        body.finish();
        return new ConfigureAutoTopUp(
                account, Credits.of(threshold), new PackageId(wanted), new Price(amount, currency));
    }

    private static String packageId(RequestObject body) {
        return body.matching("packageId", PackageId::isValid, "must be 1 to 64 of A-Z a-z 0-9 . _ : -");
    }

    private static String currency(RequestObject limit) {
        String currency = limit.matching("currency", Price::isCurrency, "must be three lower-case letters");
        limit.refuseUnknown();
        return currency;
    }

    /** For requests that say all by their address. */
    static void nothing(RequestObject body) {
        body.finish();
    }
}
