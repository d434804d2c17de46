package io.creditledger.projections.platform;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** The accounts that a group has set aside, each with its facts from the one that could not be applied on. */
final class DeadLetters implements BatchWriter.SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String group;
    private final JdbcTemplate jdbc;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;

    DeadLetters(String group, JdbcTemplate jdbc, SequencedDeadLetterQueue<EventMessage<?>> queue) {
        this.group = group;
        this.jdbc = jdbc;
        this.queue = queue;
    }

    /** Which of these accounts are set aside: one query a batch, and always true, whichever process set them aside. */
    Set<String> among(Collection<String> accounts) {
        return among(jdbc, group, accounts);
    }

    static Set<String> among(JdbcTemplate jdbc, String group, Collection<String> accounts) {
        Set<String> parked = new HashSet<>();
        jdbc.query(
                """
                select distinct sequence_identifier from projections.dead_letter
                where processing_group = ? and sequence_identifier = any(?::text[])
                """,
                parameters -> {
                    parameters.setString(1, group);
                    parameters.setObject(2, accounts.toArray(String[]::new));
                },
                row -> {
                    parked.add(row.getString(1));
                });
        return parked;
    }

    @Override
    public void park(AccountFacts account, Exception failure) {
        LOG.warn(
                "Read model {} sets account {} aside: revision {} can't be applied: {}",
                group,
                account.accountId(),
                account.first(),
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
        LOG.debug("Why revision {} of account {} can't be applied", account.first(), account.accountId(), failure);
        for (DomainEventMessage<?> fact : account.facts()) {
            queue.enqueue(
                    account.accountId(),
                    new GenericDeadLetter<EventMessage<?>>(account.accountId(), fact)
                            .withCause(ThrowableCause.truncated(failure)));
        }
    }

    @Override
    public void park(AccountFacts account) {
        for (DomainEventMessage<?> fact : account.facts()) {
            queue.enqueue(account.accountId(), new GenericDeadLetter<>(account.accountId(), fact));
        }
    }

    SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return queue;
    }

    /** How many accounts are set aside, and with how many facts. */
    Size size() {
        List<Size> sizes = jdbc.query("""
                select count(distinct sequence_identifier), count(*)
                from projections.dead_letter where processing_group = ?
                """, (row, _) -> new Size(row.getLong(1), row.getLong(2)), group);
        return sizes.getFirst();
    }

    record Size(long accounts, long facts) {}
}
