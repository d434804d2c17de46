package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement in the history of an account.
 *
 * @param transactionId the id of the consumption, reversal, lot or revocation; for an expiry the lot's id and {@code :expiry}
 *     and the revision, since a lot that got credits back after its time expires again; for a refund or dispute likewise the
 *     purchase's id, {@code :refund} or {@code :dispute} and the revision
 * @param amount what it added to the current balance; below zero for what it took
 * @param balanceAfter the current balance after it
 * @param reference the thing it acted on: the consumption of a reversal, the purchase of a bought lot, refund or dispute, the
 *     lot of any other grant, of an expiry or a revocation
 */
public record TransactionLine(
        String transactionId,
        long revision,
        Instant occurredAt,
        TransactionType type,
        String description,
        long amount,
        long balanceAfter,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Website website,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String reference,
        Metadata metadata) {}
