package io.creditledger.service.audit.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * A refusal that is the answer to a request, for ever. The order of its fields is part of the format.
 *
 * @param requestId of account and idempotency key
 * @param fingerprint of what was asked
 * @param rejection JSON as a text, exactly as it is stored
 */
@JsonPropertyOrder({"accountId", "requestId", "fingerprint", "rejection", "decidedAt"})
public record ArchivedRefusal(
        String accountId, String requestId, String fingerprint, String rejection, Instant decidedAt) {

    public ArchivedRefusal {
        Json.requireStorable(accountId, requestId, fingerprint, rejection);
    }
}
