package io.creditledger.api.account.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.money.Credits;

/** Unspent credits of a lot were taken back. */
public record CreditsRevoked(
        AccountId accountId, RevocationId revocationId, LotId lotId, Credits amount, String reason, Balance balance)
        implements AccountEvent {}
