package io.creditledger.service.platform.eventstore;

import io.creditledger.api.LedgerRejection;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.account.RequestMetadata;
import io.creditledger.service.platform.eventstore.Write.Outcome;
import io.creditledger.service.platform.eventstore.Write.RefusalRow;
import io.creditledger.service.platform.eventstore.Write.Refuse;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The answers of requests as the event store has them: a fact in the history, or a row of its own for a refusal. */
final class StoredAnswers implements AnsweredRequests {

    /** Its own mapper: what is stored for ever must not change with what HTTP clients like to see. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StoredFacts facts;
    private final GroupCommit writer;
    private final JdbcClient jdbc;
    private final UpToDate upToDate;

    StoredAnswers(StoredFacts facts, GroupCommit writer, DataSource dataSource, UpToDate upToDate) {
        this.upToDate = upToDate;
        this.facts = facts;
        this.writer = writer;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Optional<Answer> find(AccountId account, RequestId request) {
        Optional<Answer> fact = facts.ofRequest(account, request).map(StoredAnswers::answerOf);
        return fact.isPresent() ? fact : refusal(account, request);
    }

    private static Answer answerOf(DomainEventMessage<?> message) {
        Recorded recorded =
                new Recorded(StoredFacts.factOf(message), message.getSequenceNumber(), message.getTimestamp(), true);
        return new Fact(recorded, String.valueOf(message.getMetaData().get(RequestMetadata.FINGERPRINT)));
    }

    private Optional<Answer> refusal(AccountId account, RequestId request) {
        try {
            return jdbc.sql("select rejection, fingerprint from ledger.refused_request"
                            + " where account_id = :account and request_id = :request")
                    .param("account", account.value())
                    .param("request", request.value())
                    .<Answer>query((row, number) ->
                            new Refusal(rejectionOf(row.getString("rejection")), row.getString("fingerprint")))
                    .optional();
        } catch (DataAccessException failure) {
            throw new EventStoreUnavailableException("The event store can't be read for the moment", failure);
        }
    }

    /** A refusal as it is stored. */
    static LedgerRejection.Decided rejectionOf(String json) {
        return (LedgerRejection.Decided) JSON.readValue(json, LedgerRejection.class);
    }

    @Override
    public Answer refuse(AccountId account, RequestId request, Refusal refusal) {
        // A fact that answers the request is to be found before a refusal is stored beside it.
        upToDate.await(account);
        RefusalRow row = new RefusalRow(
                account.value(),
                request.value(),
                refusal.fingerprint(),
                JSON.writerFor(LedgerRejection.class).writeValueAsString(refusal.rejection()));
        return switch (writer.store(new Refuse(row))) {
            case Outcome.Stored stored -> refusal;
            case Outcome.RequestAnswered answered -> find(account, request).orElseThrow();
            case Outcome.SequenceTaken impossible ->
                throw new IllegalStateException("a refusal has no sequence number");
            case Outcome.Unstorable unstorable ->
                throw new EventStoreException("The refusal of " + request + " can't be stored", unstorable.cause());
            case Outcome.Unconfirmed unconfirmed -> throw unconfirmed.cause();
        };
    }
}
