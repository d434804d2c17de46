package io.creditledger.service.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.creditledger.api.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at the end of the event store, whichever process stored it: the latest revisions of accounts, so that an account in
 * memory is known to lack something before it is decided about, and the latest facts, so that what it lacks is at hand. It may be less
 * than all; that nothing is decided twice on one revision is the store's work.
 */
public final class RecentFacts {

    private static final int MOST_ACCOUNTS = 100_000;

    /** About 30 MB, in part the same that the store keeps for those who follow it. */
    private static final int MOST_FACTS = 20_000;

    private static final int MOST_FACTS_OF_AN_ACCOUNT = 16;

    private final Cache<String, Long> revisions =
            Caffeine.newBuilder().maximumSize(MOST_ACCOUNTS).build();
    private final Cache<String, List<DomainEventMessage<?>>> facts = Caffeine.newBuilder()
            .maximumWeight(MOST_FACTS)
            .weigher((String _, List<DomainEventMessage<?>> ofAccount) -> ofAccount.size())
            .build();

    /** By the one thread that watches the store's end, in the order of the store. */
    void saw(DomainEventMessage<?> fact) {
        revisions.put(fact.getAggregateIdentifier(), fact.getSequenceNumber());
        facts.asMap().compute(fact.getAggregateIdentifier(), (_, earlier) -> extended(earlier, fact));
    }

    private static List<DomainEventMessage<?>> extended(
            @Nullable List<DomainEventMessage<?>> earlier, DomainEventMessage<?> fact) {
        if (earlier == null || fact.getSequenceNumber() != earlier.getLast().getSequenceNumber() + 1) {
            return List.of(fact);
        }
        int outdated = Math.max(0, earlier.size() + 1 - MOST_FACTS_OF_AN_ACCOUNT);
        List<DomainEventMessage<?>> extended = new ArrayList<>(earlier.subList(outdated, earlier.size()));
        extended.add(fact);
        return List.copyOf(extended);
    }

    /** The latest revision that was seen of an account, nothing if none was. */
    public @Nullable Long revision(AccountId account) {
        return revisions.getIfPresent(account.value());
    }

    /** The facts of an account from the next after a revision to the latest, none if they are not all at hand. */
    public List<DomainEventMessage<?>> after(AccountId account, long revision) {
        List<DomainEventMessage<?>> known = facts.getIfPresent(account.value());
        if (known == null || known.getFirst().getSequenceNumber() > revision + 1) {
            return List.of();
        }
        return known.stream()
                .filter(fact -> fact.getSequenceNumber() > revision)
                .toList();
    }
}
