package io.creditledger.projections.balance;

import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells those who watch an account its new balance, once that is committed. Costs nothing while nobody watches. */
@Component
class BalanceUpdates {

    // Asked for when needed: the emitter is part of the configuration that the projections are themselves part of.
    private final ObjectProvider<QueryUpdateEmitter> emitters;

    BalanceUpdates(ObjectProvider<QueryUpdateEmitter> emitters) {
        this.emitters = emitters;
    }

    void afterCommit(List<BalanceRows.Row> rows) {
        CurrentUnitOfWork.get().afterCommit(_ -> emit(rows));
    }

    private void emit(List<BalanceRows.Row> rows) {
        QueryUpdateEmitter emitter = emitters.getIfAvailable();
        if (emitter == null) {
            return;
        }
        Set<String> watched = watched(emitter);
        if (watched.isEmpty()) {
            return;
        }
        for (BalanceRows.Row row : rows) {
            if (watched.contains(row.accountId())) {
                emit(emitter, row);
            }
        }
    }

    private static Set<String> watched(QueryUpdateEmitter emitter) {
        Set<String> accounts = new HashSet<>();
        for (SubscriptionQueryMessage<?, ?, ?> subscription : emitter.activeSubscriptions()) {
            if (subscription.getPayload() instanceof FindBalance question) {
                accounts.add(question.accountId().value());
            }
        }
        return accounts;
    }

    private static void emit(QueryUpdateEmitter emitter, BalanceRows.Row row) {
        BalanceView balance = BalanceView.of(row.account(), row.balance(), row.revision(), row.occurredAt());
        emitter.emit(FindBalance.class, question -> question.accountId().equals(row.account()), balance);
    }
}
