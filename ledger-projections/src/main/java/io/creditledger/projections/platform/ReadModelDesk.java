package io.creditledger.projections.platform;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.audit.commands.RetryDeadLetters;
import io.creditledger.api.audit.queries.DeadLetterView;
import io.creditledger.api.audit.queries.FindDeadLetters;
import io.creditledger.api.audit.queries.FindReadModels;
import io.creditledger.api.audit.queries.ReadModelView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the read models are, what they have set aside, and another try at that. */
final class ReadModelDesk {

    private static final Cursor SET_ASIDE = new Cursor("dead-letters");

    /** The first fact of each account that is set aside, with how many wait behind it. */
    private static final String DEAD_LETTERS = """
            select letter.processing_group, letter.sequence_identifier, letter.sequence_number, letter.payload_type,
                   letter.cause_message, letter.enqueued_at, letter.last_touched,
                   (select count(*) from projections.dead_letter as waiting
                     where waiting.processing_group = letter.processing_group
                       and waiting.sequence_identifier = letter.sequence_identifier) as facts
              from projections.dead_letter as letter
             where letter.sequence_index = (select min(first.sequence_index) from projections.dead_letter as first
                                             where first.processing_group = letter.processing_group
                                               and first.sequence_identifier = letter.sequence_identifier)
               and letter.processing_group || ' ' || letter.sequence_identifier > :behind
             order by letter.processing_group || ' ' || letter.sequence_identifier
             limit :limit
            """;

    private final ProjectionProcessors processors;
    private final SharedProgress progress;
    private final JdbcClient jdbc;

    ReadModelDesk(ProjectionProcessors processors, SharedProgress progress, JdbcClient jdbc) {
        this.processors = processors;
        this.progress = progress;
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<ReadModelView> handle(FindReadModels question) {
        return processors.groups().stream().map(this::view).toList();
    }

    private ReadModelView view(ProjectionGroup group) {
        SharedProgress.Place place = progress.of(group.name());
        DeadLetters.Size setAside = group.deadLetters();
        return new ReadModelView(
                group.name(),
                place.running(),
                place.replaying(),
                place.lagEvents(),
                place.lagMillis(),
                setAside.accounts(),
                setAside.facts());
    }

    /** A raw type: Axon does not take one with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    Page handle(FindDeadLetters question) {
        List<DeadLetterView> oneMore = jdbc.sql(DEAD_LETTERS)
                .param("behind", Objects.requireNonNullElse(SET_ASIDE.position(question.cursor()), ""))
                .param("limit", question.limit() + 1)
                .query((row, _) -> new DeadLetterView(
                        row.getString("processing_group"),
                        row.getString("sequence_identifier"),
                        row.getLong("sequence_number"),
                        row.getString("payload_type"),
                        row.getLong("facts"),
                        Objects.requireNonNullElse(row.getString("cause_message"), "unknown"),
                        Instant.parse(row.getString("enqueued_at")),
                        Instant.parse(row.getString("last_touched"))))
                .list();
        return Pages.of(
                oneMore, question.limit(), last -> SET_ASIDE.at(last.projection() + ' ' + last.accountId()), null);
    }

    /** How many accounts are up to date again; null when there is no such read model. */
    @CommandHandler
    @Nullable
    Integer handle(RetryDeadLetters command) {
        Optional<ProjectionGroup> group = processors.groups().stream()
                .filter(candidate -> candidate.name().equals(command.projection()))
                .findFirst();
        return group.map(found -> retry(found, command.accountId())).orElse(null);
    }

    private static int retry(ProjectionGroup group, @Nullable AccountId account) {
        if (account == null) {
            return group.retryDeadLetters();
        }
        return group.retryDeadLetters(account.value()) ? 1 : 0;
    }
}
