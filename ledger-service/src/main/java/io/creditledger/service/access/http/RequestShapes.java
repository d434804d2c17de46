package io.creditledger.service.access.http;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests as the OpenAPI document shows them; {@link Requests} reads them. */
final class RequestShapes {

    private RequestShapes() {}

    @Schema(name = "ApiKeyRequest", requiredProperties = "name", description = "Either role or scopes has to be given.")
    record NewKey(
            @Schema(minLength = 1, maxLength = 100, example = "website generator")
            String name,

            @Schema(
                    description = "Stands for the scopes that such a caller needs.",
                    allowableValues = {"service", "auditor", "operator"})
            @Nullable
            String role,

            @ArraySchema(
                    minItems = 1,
                    maxItems = 5,
                    uniqueItems = true,
                    schema =
                            @Schema(
                                    allowableValues = {
                                        "ledger:command",
                                        "ledger:query",
                                        "ledger:purchase",
                                        "ledger:audit",
                                        "ledger:admin"
                                    }))
            @Nullable
            List<String> scopes,

            @ArraySchema(
                    maxItems = 20,
                    arraySchema = @Schema(description = "What the ids of the accounts begin with; without it all."),
                    schema = @Schema(pattern = "[A-Za-z0-9._:-]{1,64}"))
            @Nullable
            List<String> accountPrefixes,

            @Schema(description = "From when it is not valid; without it never.") @Nullable
            Instant expiresAt) {}

    @Schema(name = "ApiKeyRotationRequest")
    record Rotation(
            @Schema(
                    description = "How long the secret before stays valid: 0 to 30 days, by default one.",
                    type = "integer",
                    format = "int64",
                    minimum = "0",
                    maximum = "2592000",
                    defaultValue = "86400")
            @Nullable
            Long overlapSeconds) {}

    @Schema(name = "DashboardSessionRequest")
    record NewSession(
            @Schema(
                    description = "How long it is valid: a minute to a day, by default an hour.",
                    type = "integer",
                    format = "int64",
                    minimum = "60",
                    maximum = "86400",
                    defaultValue = "3600")
            @Nullable
            Long expiresInSeconds) {}
}
