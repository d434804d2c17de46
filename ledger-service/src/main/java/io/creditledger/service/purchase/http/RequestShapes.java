package io.creditledger.service.purchase.http;

import io.creditledger.api.money.Price;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of requests as the OpenAPI document shows them; {@link Requests} reads them. */
final class RequestShapes {

    private RequestShapes() {}

    @Schema(name = "PurchaseRequest", requiredProperties = "packageId")
    record Purchase(
            @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", example = "credits-10000")
            String packageId,

            @Schema(
                    description = "The saved card to pay with; without it a browser confirms with the client secret.",
                    pattern = "[A-Za-z0-9._:-]{1,255}")
            @Nullable
            String paymentMethodId,

            @Schema(
                    description = "Whether the card that is given then is to be saved; without it, not.",
                    types = "boolean")
            @Nullable
            Boolean savePaymentMethod) {}

    @Schema(name = "RefundRequest", requiredProperties = "reason")
    record Refund(
            @Schema(
                    description = "1 to 1,000,000,000,000 credits; without it all that is unspent",
                    minimum = "1",
                    maximum = "1000000000000")
            @Nullable
            Long credits,

            @Schema(minLength = 1, maxLength = 500, example = "Bought by mistake")
            String reason) {}

    @Schema(
            name = "AutoTopUpRequest",
            requiredProperties = {"threshold", "packageId", "monthlyLimit"})
    record AutoTopUp(
            @Schema(
                    description = "A top-up is due when less than this is available.",
                    minimum = "1",
                    maximum = "1000000000000",
                    example = "2000")
            long threshold,

            @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", example = "credits-10000")
            String packageId,

            @Schema(description = "The most that top-ups may cost in one month of UTC, in the package's currency.")
            Price monthlyLimit) {}

    /** An object without fields; no body is one too. */
    @Schema(name = "EmptyRequest")
    record Nothing() {}
}
