package io.creditledger.service.account.http;

import io.creditledger.api.account.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests as the OpenAPI document shows them; {@link Requests} reads them. */
final class RequestShapes {

    private static final String AMOUNT = "1 to 1,000,000,000,000 credits";
    private static final String REST = "1 to 1,000,000,000,000 credits; without it all that is left";

    private RequestShapes() {}

    @Schema(name = "AccountRequest")
    record Account(
            @Schema(minLength = 1, maxLength = 200, example = "Acme Inc.") @Nullable
            String displayName,

            @Nullable Metadata metadata) {}

    @Schema(
            name = "GrantRequest",
            requiredProperties = {"amount", "source", "description"})
    record Grant(
            @Schema(description = AMOUNT, minimum = "1", maximum = "1000000000000", example = "10000")
            long amount,

            @Schema(
                    allowableValues = {"promotional", "plan", "adjustment"},
                    example = "promotional")
            String source,

            @Schema(minLength = 1, maxLength = 500, example = "Welcome")
            String description,

            @Schema(description = "Lower burns first.", minimum = "0", maximum = "100", defaultValue = "50") @Nullable
            Integer priority,

            @Schema(description = "When the credits can first be spent; without it at once.") @Nullable
            Instant effectiveAt,

            @Schema(description = "From when they can't be spent any more; without it never.") @Nullable
            Instant expiresAt) {}

    @Schema(name = "RevocationRequest", requiredProperties = "reason")
    record Revocation(
            @Schema(description = REST, minimum = "1", maximum = "1000000000000") @Nullable
            Long amount,

            @Schema(minLength = 1, maxLength = 500, example = "Granted by mistake")
            String reason) {}

    @Schema(name = "WebsiteOfRequest", requiredProperties = "id")
    record Website(
            @Schema(minLength = 1, maxLength = 128, example = "site-1")
            String id,

            @Schema(minLength = 1, maxLength = 200, example = "acme.example") @Nullable
            String name,

            @Schema(description = "http or https", maxLength = 2048, example = "https://acme.example") @Nullable
            String url) {}

    @Schema(
            name = "ConsumptionRequest",
            requiredProperties = {"amount", "description"})
    record Consumption(
            @Schema(description = AMOUNT, minimum = "1", maximum = "1000000000000", example = "420")
            long amount,

            @Schema(minLength = 1, maxLength = 500, example = "Website generation")
            String description,

            @Nullable Website website,
            @Nullable Metadata metadata) {}

    @Schema(name = "ReversalRequest", requiredProperties = "reason")
    record Reversal(
            @Schema(description = REST, minimum = "1", maximum = "1000000000000") @Nullable
            Long amount,

            @Schema(minLength = 1, maxLength = 500, example = "The generation failed")
            String reason) {}

    @Schema(name = "BatchRequest", requiredProperties = "items")
    record Batch(List<BatchItem> items) {}

    @Schema(
            name = "BatchItem",
            requiredProperties = {"accountId", "idempotencyKey", "amount", "description"})
    record BatchItem(
            @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", example = "acme")
            String accountId,

            @Schema(minLength = 1, maxLength = 255, example = "generation-1")
            String idempotencyKey,

            @Schema(description = AMOUNT, minimum = "1", maximum = "1000000000000", example = "420")
            long amount,

            @Schema(minLength = 1, maxLength = 500, example = "Website generation")
            String description,

            @Nullable Website website,
            @Nullable Metadata metadata) {}
}
