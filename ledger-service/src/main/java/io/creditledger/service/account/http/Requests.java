package io.creditledger.service.account.http;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.ReverseConsumption;
import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.money.Credits;
import io.creditledger.service.platform.http.RequestObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests into commands. */
final class Requests {

    /** Purchased lots come from purchases alone. */
    private static final Set<LotSource> GRANTABLE =
            EnumSet.of(LotSource.PROMOTIONAL, LotSource.PLAN, LotSource.ADJUSTMENT);

    private Requests() {}

    static OpenAccount openAccount(AccountId account, RequestObject body) {
        String displayName = body.optionalLine("displayName", OpenAccount.MAX_DISPLAY_NAME_LENGTH);
        Metadata metadata = body.optionalMetadata("metadata");
        body.finish();
        return new OpenAccount(account, displayName, metadata);
    }

    static GrantCredits grantCredits(AccountId account, IdempotencyKey key, RequestObject body) {
        long amount = amount(body);
        LotSource source = body.word("source", GRANTABLE);
        String description = body.line("description", CreditMovement.MAX_DESCRIPTION_LENGTH);
        Long priority = body.optionalInteger("priority", 0, GrantCredits.MAX_PRIORITY);
        Instant effectiveAt = body.optionalInstant("effectiveAt");
        Instant expiresAt = body.optionalInstant("expiresAt");
        if (effectiveAt != null && expiresAt != null && !expiresAt.isAfter(effectiveAt)) {
            body.note("expiresAt", "must be after effectiveAt");
        }
        body.finish();
        return new GrantCredits(
                account,
                key,
                Credits.of(amount),
                source,
                description,
                priority == null ? null : Math.toIntExact(priority),
                effectiveAt,
                expiresAt);
    }

    static RevokeCredits revokeCredits(AccountId account, LotId lot, IdempotencyKey key, RequestObject body) {
        Credits amount = optionalAmount(body);
        String reason = body.line("reason", CreditMovement.MAX_DESCRIPTION_LENGTH);
        body.finish();
        return new RevokeCredits(account, key, lot, amount, reason);
    }

    static ReverseConsumption reverseConsumption(
            AccountId account, ConsumptionId consumption, IdempotencyKey key, RequestObject body) {
        Credits amount = optionalAmount(body);
        String reason = body.line("reason", CreditMovement.MAX_DESCRIPTION_LENGTH);
        body.finish();
        return new ReverseConsumption(account, key, consumption, amount, reason);
    }

    static ConsumeCredits consumeCredits(AccountId account, IdempotencyKey key, RequestObject body) {
        Consumption consumption = consumption(body);
        body.finish();
        return consumption.by(account, key);
    }

    /** One item of a batch: a consumption that names its own account and key. */
    static ConsumeCredits batchItem(RequestObject item) {
        String account = item.matching("accountId", AccountId::isValid, "must be 1 to 64 of A-Z a-z 0-9 . _ : -");
        String key = item.matching("idempotencyKey", IdempotencyKey::isValid, "must be 1 to 255 printable characters");
        Consumption consumption = consumption(item);
        item.finish();
        return consumption.by(new AccountId(account), new IdempotencyKey(key));
    }

    private static Consumption consumption(RequestObject body) {
        long amount = amount(body);
        String description = body.line("description", CreditMovement.MAX_DESCRIPTION_LENGTH);
        Website website = optionalWebsite(body.optionalObject("website"));
        Metadata metadata = body.optionalMetadata("metadata");
        return new Consumption(amount, description, website, Objects.requireNonNullElse(metadata, Metadata.NONE));
    }

    private static @Nullable Website optionalWebsite(@Nullable RequestObject website) {
        if (website == null) {
            return null;
        }
        String id = website.line("id", Website.MAX_ID_LENGTH);
        String name = website.optionalLine("name", Website.MAX_NAME_LENGTH);
        String url = website.optionalWebAddress("url", Website.MAX_URL_LENGTH);
        website.refuseUnknown();
        return new Website(id, name, url);
    }

    private static long amount(RequestObject body) {
        return body.integer("amount", CreditMovement.MIN_AMOUNT, CreditMovement.MAX_AMOUNT);
    }

    private static @Nullable Credits optionalAmount(RequestObject body) {
        Long amount = body.optionalInteger("amount", CreditMovement.MIN_AMOUNT, CreditMovement.MAX_AMOUNT);
        return amount == null ? null : Credits.of(amount);
    }

    private record Consumption(
            long amount, String description, @Nullable Website website, Metadata metadata) {

        ConsumeCredits by(AccountId account, IdempotencyKey key) {
            return new ConsumeCredits(account, key, Credits.of(amount), description, website, metadata);
        }
    }
}
