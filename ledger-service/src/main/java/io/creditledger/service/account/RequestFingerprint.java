package io.creditledger.service.account;

import io.creditledger.api.KeyedCommand;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.ReverseConsumption;
import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.purchase.commands.MoneyMovement;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RefundPurchase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, in short: two requests with one key are the same request if their fingerprints are equal.
 *
 * <p>Stored with every fact and compared for ever, so what goes into it, and in which order, must not change; a new optional
 * field joins only where it is present.
 */
public final class RequestFingerprint {

    private static final int BYTES = 12;

    private RequestFingerprint() {}

    /** 16 characters of base64url: the first 96 bits of SHA-256 over the command's kind and content, less account and key. */
    public static String of(KeyedCommand command) {
        byte[] digest = sha256().digest(content(command).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static String content(KeyedCommand command) {
        return switch (command) {
            case CreditMovement movement -> content(movement);
            case MoneyMovement movement -> content(movement);
            default -> throw new IllegalArgumentException("a command of no known feature: " + command);
        };
    }

    private static String content(MoneyMovement command) {
        return switch (command) {
            // Not the price: the catalogue may have changed when the request is repeated.
            case PurchaseCredits purchase ->
                join("purchase", purchase.packageId(), purchase.paymentMethodId(), purchase.savePaymentMethod());
            case RefundPurchase refund -> join("refund", refund.purchaseId(), refund.credits(), refund.reason());
        };
    }

    private static String content(CreditMovement command) {
        return switch (command) {
            case GrantCredits grant ->
                join(
                        "grant",
                        grant.amount(),
                        grant.source(),
                        grant.description(),
                        grant.priority(),
                        grant.effectiveAt(),
                        grant.expiresAt());
            case ConsumeCredits consume ->
                join(
                        "consume",
                        consume.amount(),
                        consume.description(),
                        website(consume.website()),
                        consume.metadata().isEmpty() ? null : consume.metadata().entries());
            case ReverseConsumption reverse ->
                join("reverse", reverse.consumptionId(), reverse.amount(), reverse.reason());
            case RevokeCredits revoke -> join("revoke", revoke.lotId(), revoke.amount(), revoke.reason());
        };
    }

    private static @Nullable String website(@Nullable Website website) {
        return website == null ? null : join(website.id(), website.name(), website.url());
    }

    /** Lengths go first, so that no content can pass for a boundary. */
    private static String join(@Nullable Object... parts) {
        StringBuilder text = new StringBuilder(128);
        for (Object part : parts) {
            if (part == null) {
                text.append("-;");
            } else {
                String content = part.toString();
                text.append(content.length()).append(':').append(content).append(';');
            }
        }
        return text.toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
