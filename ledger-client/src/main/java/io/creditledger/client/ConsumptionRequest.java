package io.creditledger.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import org.jspecify.annotations.Nullable;

/**
 * Credits to be spent, all or nothing.
 *
 * @param amount 1 to 1,000,000,000,000
 * @param description 1 to 500 characters, as in "Website generation"
 * @param website the website that it is for; null for none
 * @param metadata the caller's own notes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsumptionRequest(
        long amount, String description, @Nullable Website website, Metadata metadata) {

    public static ConsumptionRequest of(long amount, String description) {
        return new ConsumptionRequest(amount, description, null, Metadata.NONE);
    }

    /** The same, for a website. */
    public ConsumptionRequest forWebsite(Website other) {
        return new ConsumptionRequest(amount, description, other, metadata);
    }

    /** The same, with notes. */
    public ConsumptionRequest noting(Metadata other) {
        return new ConsumptionRequest(amount, description, website, other);
    }
}
