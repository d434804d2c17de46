package io.creditledger.service.platform.eventstore;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalanceAsOf;
import io.creditledger.api.account.queries.FindEvents;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.api.audit.queries.FindStoredAccounts;
import io.creditledger.api.audit.queries.StoredAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what only the facts themselves can: the past, and the evidence. */
final class StoredFactsQueries {

    private final StoredFacts facts;

    StoredFactsQueries(StoredFacts facts) {
        this.facts = facts;
    }

    @QueryHandler
    List<StoredFact> handle(FindEvents query) {
        return facts.raw(query.accountId(), query.fromRevision(), query.limit());
    }

    @QueryHandler
    List<StoredAccount> handle(FindStoredAccounts query) {
        return facts.accounts(query.accounts(), query.behind(), query.limit(), query.counted());
    }

    @QueryHandler
    Optional<BalanceView> handle(FindBalanceAsOf query) {
        return lastFact(query).map(fact -> balanceAfter(query.accountId(), fact));
    }

    private Optional<DomainEventMessage<?>> lastFact(FindBalanceAsOf query) {
        Instant moment = query.at();
        if (moment != null) {
            return facts.lastAt(query.accountId(), moment);
        }
        Long revision = query.revision();
        return facts.lastAtRevision(query.accountId(), revision == null ? Long.MAX_VALUE : revision);
    }

    private static BalanceView balanceAfter(AccountId account, DomainEventMessage<?> message) {
        return BalanceView.of(
                account, StoredFacts.factOf(message).balance(), message.getSequenceNumber(), message.getTimestamp());
    }
}
