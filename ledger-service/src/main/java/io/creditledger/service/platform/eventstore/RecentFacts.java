package io.creditledger.service.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.creditledger.api.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other processes were seen to store: the latest revisions of accounts, so that an account in memory is known to lack something
 * before it is decided about, and the latest facts, so that what it lacks is at hand. It may be less than all; that nothing is decided
 * twice on one revision is the store's work.
 *
 * <p>Whoever stores a fact has decided on all before it, so what an account had before this process stored something of it last is of
 * no use here.
 */
public final class RecentFacts {

    private static final Logger log = LoggerFactory.getLogger(RecentFacts.class);

    private static final int MOST_ACCOUNTS = 100_000;

    /** About 30 MB as JSON, in part the same that the store keeps for those who follow it. */
    private static final int MOST_FACTS = 20_000;

    private static final int MOST_FACTS_OF_AN_ACCOUNT = 16;

    /** After so many facts of this process or of others it is no longer both that decide about an account in turns. */
    private static final int MOST_FACTS_IN_A_ROW = 5;

    // Letting go takes less than waking a thread for it.
    private final Cache<String, Revisions> revisions = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .executor(Runnable::run)
            .build();
    private final Cache<String, List<DomainEventMessage<?>>> facts = Caffeine.newBuilder()
            .maximumWeight(MOST_FACTS)
            .executor(Runnable::run)
            .weigher((String _, List<DomainEventMessage<?>> ofAccount) -> ofAccount.size())
            .build();

    /** By the one thread that watches the store's end, in the order of the store: also what this process itself stored. */
    void saw(DomainEventMessage<?> fact) {
        String account = fact.getAggregateIdentifier();
        long revision = fact.getSequenceNumber();
        Revisions latest = noteSeen(account, revision);
        if (revision > latest.stored()) {
            if (latest.isDecidedHereToo()) {
                read(fact);
            }
            facts.asMap().compute(account, (_, earlier) -> extended(earlier, fact));
        }
    }

    private Revisions noteSeen(String account, long revision) {
        return revisions.asMap().compute(account, (_, known) -> (known == null ? Revisions.UNKNOWN : known)
                .seen(revision));
    }

    /** By whoever could not store a fact, since another process has one of that revision: it need not be seen to be known. */
    public void lost(AccountId account, long revision) {
        noteSeen(account.value(), revision);
    }

    /**
     * Reads the JSON of what is about to be needed: one fact after the other, and not by those who wait for a decision, each amid
     * everything else, which is dearer.
     */
    private static void read(DomainEventMessage<?> fact) {
        try {
            fact.getPayload();
            fact.getMetaData();
        } catch (RuntimeException unreadable) {
            log.debug("Whoever needs a fact that can't be read is told", unreadable);
        }
    }

    /** By whoever stored a fact, before or after it is seen. */
    void stored(DomainEventMessage<?> fact) {
        String account = fact.getAggregateIdentifier();
        long revision = fact.getSequenceNumber();
        revisions.asMap().compute(account, (_, known) -> (known == null ? Revisions.UNKNOWN : known).stored(revision));
        facts.asMap()
                .computeIfPresent(
                        account, (_, earlier) -> earlier.getLast().getSequenceNumber() > revision ? earlier : null);
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

    /** The latest revision of an account, nothing if nobody else was seen to store any since this process did. */
    public @Nullable Long revision(AccountId account) {
        Revisions latest = revisions.getIfPresent(account.value());
        return latest == null || latest.seen() <= latest.stored() ? null : latest.seen();
    }

    /** Whether this process and another decide about an account in turns, so that what is decided here may come too late. */
    public boolean isShared(AccountId account) {
        Revisions latest = revisions.getIfPresent(account.value());
        return latest != null && latest.isShared();
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

    /**
     * The latest of an account.
     *
     * @param seen by whoever watches the store's end
     * @param stored by this process
     * @param others by another process, as far as is known
     */
    private record Revisions(long seen, long stored, long others) {

        static final Revisions UNKNOWN = new Revisions(-1, -1, -1);

        /** An account that is no longer decided about here is read when it is asked for again. */
        boolean isDecidedHereToo() {
            return stored >= 0 && seen - stored <= MOST_FACTS_IN_A_ROW;
        }

        boolean isShared() {
            return others >= 0 && stored - others <= MOST_FACTS_IN_A_ROW;
        }

        Revisions seen(long revision) {
            return new Revisions(
                    Math.max(seen, revision), stored, revision > stored ? Math.max(others, revision) : others);
        }

        /** It may have been seen before this process said that it is its own. */
        Revisions stored(long revision) {
            return new Revisions(seen, Math.max(stored, revision), others == revision ? -1 : others);
        }
    }
}
