package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.audit.AccountFact;
import io.creditledger.service.audit.AccountHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A history in which nothing ever happened. */
final class StandInHistory implements AccountHistory {

    @Override
    public Optional<AccountFact> last(AccountId account) {
        return Optional.empty();
    }

    @Override
    public Optional<AccountFact> lastBefore(AccountId account, Instant moment) {
        return Optional.empty();
    }

    @Override
    public List<AccountFact> between(AccountId account, long from, long through, int limit) {
        return List.of();
    }

    @Override
    public Optional<AccountFact> lastDetails(AccountId account, long revision) {
        return Optional.empty();
    }

    @Override
    public List<AccountFact> referred(AccountId account, Set<String> references, long before) {
        return List.of();
    }
}
