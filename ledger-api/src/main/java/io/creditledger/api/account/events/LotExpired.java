package io.creditledger.api.account.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.LotId;
import io.creditledger.api.money.Credits;
import java.time.Instant;

/**
 * What was unspent of a lot left the account because its time was over.
 *
 * @param expiredAt the lot's own expiry; the booking may follow later
 */
public record LotExpired(AccountId accountId, LotId lotId, Credits amount, Instant expiredAt, Balance balance)
        implements AccountEvent {}
