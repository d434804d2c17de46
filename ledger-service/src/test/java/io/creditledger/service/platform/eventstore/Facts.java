package io.creditledger.service.platform.eventstore;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.money.Credits;
import io.creditledger.service.account.RequestMetadata;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Facts to store. */
final class Facts {

    static final Instant TODAY = Instant.parse("2026-11-22T08:00:00.123456Z");

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private Facts() {}

    static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    static String anyAccount() {
        return "acme-" + ACCOUNTS.incrementAndGet();
    }

    static DomainEventMessage<?> consumed(String account, long sequence) {
        return consumedAt(account, sequence, TODAY.plusSeconds(sequence));
    }

    static DomainEventMessage<?> consumedAt(String account, long sequence, Instant occurredAt) {
        return message(
                account, sequence, occurredAt, consumption(account, "fact-" + sequence), MetaData.emptyInstance());
    }

    /** A consumption that a request with an idempotency key made. */
    static DomainEventMessage<?> consumedBy(String key, String account, long sequence) {
        return message(account, sequence, TODAY.plusSeconds(sequence), consumption(account, key), metadata(key));
    }

    static DomainEventMessage<?> reversedBy(String key, String account, long sequence, String consumptionKey) {
        ConsumptionReversed reversal = new ConsumptionReversed(
                new AccountId(account),
                new ReversalId("rev_" + key),
                ConsumptionId.of(request(account, consumptionKey)),
                Credits.of(5),
                "failed",
                null,
                List.of(new Draw(new LotId("lot_1"), Credits.of(5))),
                balance());
        return message(account, sequence, TODAY.plusSeconds(sequence), reversal, metadata(key));
    }

    /** PostgreSQL has no place for a zero character in a text. */
    static DomainEventMessage<?> unstorable() {
        return new GenericDomainEventMessage<>("zero\u0000", anyAccount(), 0, consumption("acme", "fact"));
    }

    static RequestId request(String account, String key) {
        return RequestId.of(new AccountId(account), new IdempotencyKey(key));
    }

    private static MetaData metadata(String key) {
        return MetaData.with(RequestMetadata.IDEMPOTENCY_KEY, key).and(RequestMetadata.FINGERPRINT, "print of " + key);
    }

    private static CreditsConsumed consumption(String account, String key) {
        return new CreditsConsumed(
                new AccountId(account),
                ConsumptionId.of(request(account, key)),
                Credits.of(420),
                "Website generation",
                new Website("acme.example", "Acme", null),
                Metadata.NONE,
                List.of(new Draw(new LotId("lot_1"), Credits.of(420))),
                balance());
    }

    private static Balance balance() {
        return new Balance(Credits.of(10_000), Credits.of(420), Credits.ZERO, Credits.ZERO);
    }

    private static DomainEventMessage<?> message(
            String account, long sequence, Instant occurredAt, Object payload, MetaData metadata) {
        return new GenericDomainEventMessage<>(
                "CreditAccount",
                account,
                sequence,
                payload,
                metadata,
                UUID.randomUUID().toString(),
                occurredAt);
    }
}
