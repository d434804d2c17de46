package io.creditledger.service.audit.http;

import io.creditledger.api.account.queries.Page;
import io.creditledger.api.audit.commands.AuditCommand;
import io.creditledger.api.audit.queries.AuditQuery;
import io.creditledger.service.platform.http.Answers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks whichever process audits. */
@Component
class AuditBus {

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final Answers answers;

    AuditBus(CommandGateway commands, QueryGateway queries, Answers answers) {
        this.commands = commands;
        this.queries = queries;
        this.answers = answers;
    }

    void send(AuditCommand command) {
        CompletableFuture<Object> answer = commands.send(command);
        answers.await(answer);
    }

    /** Sends a command that is answered; nothing when what it is about does not exist. */
    <T> Optional<T> send(AuditCommand command, Class<T> type) {
        CompletableFuture<Object> answer = commands.send(command);
        return Optional.ofNullable(answers.await(answer)).map(type::cast);
    }

    <T> Optional<T> find(AuditQuery query, Class<T> view) {
        CompletableFuture<Optional<T>> answer = queries.query(query, ResponseTypes.optionalInstanceOf(view));
        return answers.await(answer);
    }

    <T> List<T> list(AuditQuery query, Class<T> view) {
        CompletableFuture<List<T>> answer = queries.query(query, ResponseTypes.multipleInstancesOf(view));
        return answers.await(answer);
    }

    @SuppressWarnings("rawtypes") // Axon asks for a page of whatever it is of
    <T> Page<T> page(AuditQuery query, Class<T> item) {
        CompletableFuture<Page> answer = queries.query(query, ResponseTypes.instanceOf(Page.class));
        Page<?> page = answers.await(answer);
        return new Page<>(page.items().stream().map(item::cast).toList(), page.nextCursor(), null, null);
    }
}
