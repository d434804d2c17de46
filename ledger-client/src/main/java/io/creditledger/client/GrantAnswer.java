package io.creditledger.client;

import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.queries.BalanceView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant: the lot that came in, and the balance after it.
 *
 * @param expiresAt from when the credits can't be spent any more; null is never
 * @param revision the account's revision of the grant: a read that asks for it sees the grant
 */
public record GrantAnswer(
        LotId lotId,
        String accountId,
        long amount,
        LotSource source,
        String description,
        int priority,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        Instant occurredAt,
        BalanceView balance,
        long revision) {}
