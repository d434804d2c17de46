package io.creditledger.service.platform.eventstore;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.audit.AccountFact;
import io.creditledger.service.audit.AccountHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;

/** The history of accounts as the event store has it. */
final class StoredHistory implements AccountHistory {

    private final StoredFacts facts;

    StoredHistory(StoredFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<AccountFact> last(AccountId account) {
        return facts.lastAtRevision(account, Long.MAX_VALUE).map(StoredHistory::fact);
    }

    @Override
    public Optional<AccountFact> lastBefore(AccountId account, Instant moment) {
        return facts.lastBefore(account, moment).map(StoredHistory::fact);
    }

    @Override
    public List<AccountFact> between(AccountId account, long from, long through, int limit) {
        return facts(facts.between(account, from, through, limit));
    }

    @Override
    public Optional<AccountFact> lastDetails(AccountId account, long revision) {
        return facts.lastDetails(account, revision).map(StoredHistory::fact);
    }

    @Override
    public List<AccountFact> referred(AccountId account, Set<String> references, long before) {
        return facts(facts.referred(account, references, before));
    }

    private static List<AccountFact> facts(List<DomainEventMessage<?>> messages) {
        return messages.stream().map(StoredHistory::fact).toList();
    }

    private static AccountFact fact(DomainEventMessage<?> message) {
        return new AccountFact(message.getSequenceNumber(), message.getTimestamp(), StoredFacts.factOf(message));
    }
}
