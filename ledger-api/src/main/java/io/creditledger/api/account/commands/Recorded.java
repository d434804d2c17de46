package io.creditledger.api.account.commands;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import java.time.Instant;

/**
 * The answer to a command: the fact that stands for it in the account's history. A first answer and its repetitions are made
 * of the same stored fact, so they are equal.
 *
 * @param revision the account's event sequence number of the fact; the first event of an account has 0
 * @param occurredAt when it was decided
 * @param replayed whether an earlier request with the same key made the fact
 */
public record Recorded(
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type")
        @JsonSubTypes({
            @JsonSubTypes.Type(AccountOpened.class),
            @JsonSubTypes.Type(AccountDetailsChanged.class),
            @JsonSubTypes.Type(CreditsGranted.class),
            @JsonSubTypes.Type(LotActivated.class),
            @JsonSubTypes.Type(LotExpired.class),
            @JsonSubTypes.Type(CreditsConsumed.class),
            @JsonSubTypes.Type(ConsumptionReversed.class),
            @JsonSubTypes.Type(CreditsRevoked.class)
        })
        AccountEvent fact,

        long revision,
        Instant occurredAt,
        boolean replayed) {

    public Recorded asReplayed() {
        return new Recorded(fact, revision, occurredAt, true);
    }
}
