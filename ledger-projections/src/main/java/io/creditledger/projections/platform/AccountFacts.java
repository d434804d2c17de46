package io.creditledger.projections.platform;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Facts of one account in order, as they were delivered.
 *
 * @param facts at least one
 */
record AccountFacts(String accountId, List<DomainEventMessage<?>> facts) {

    long first() {
        return facts.getFirst().getSequenceNumber();
    }

    Step step() {
        DomainEventMessage<?> last = facts.getLast();
        return new Step(accountId, first(), last.getSequenceNumber(), last.getTimestamp());
    }

    /** Whether the revisions follow each other. */
    boolean isUnbroken() {
        return facts.getLast().getSequenceNumber() - first() == facts.size() - 1;
    }

    AccountFacts after(long revision) {
        return new AccountFacts(
                accountId,
                facts.stream()
                        .filter(fact -> fact.getSequenceNumber() > revision)
                        .toList());
    }

    AccountFacts firstHalf() {
        return new AccountFacts(accountId, facts.subList(0, facts.size() / 2));
    }

    AccountFacts secondHalf() {
        return new AccountFacts(accountId, facts.subList(facts.size() / 2, facts.size()));
    }
}
