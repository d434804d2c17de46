package io.creditledger.service.purchase.stripe;

import com.stripe.net.RequestOptions;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.service.purchase.PaymentRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency keys: a request that is made again, by whomever and whenever, has the same. All name the installation, because
 * several may share an account at Stripe.
 */
final class StripeKeys {

    private static final int MAX_LENGTH = 255;

    private final String environment;

    StripeKeys(String environment) {
        this.environment = environment;
    }

    /** The name is part of it: it may change between a try and the next, and Stripe refuses a key that asks for something else. */
    RequestOptions customer(AccountId account, @Nullable String displayName, int customersBefore, int attempt) {
        return options(
                "cus",
                account.value(),
                Integer.toString(customersBefore),
                Integer.toString(attempt),
                hash(String.valueOf(displayName)));
    }

    RequestOptions payment(PaymentRequest request) {
        return options("purchase", request.purchaseId().value(), "attempt", Integer.toString(request.attempt()));
    }

    RequestOptions refund(RefundId refund) {
        return options("refund", refund.value());
    }

    RequestOptions setup(AccountId account, String key) {
        return options("setup", account.value(), hash(key));
    }

    private RequestOptions options(String kind, String... parts) {
        String key = kind + ":" + environment + ":" + String.join(":", parts);
        return RequestOptions.builder()
                .setIdempotencyKey(key.length() <= MAX_LENGTH ? key : kind + ":" + hash(key))
                .build();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
