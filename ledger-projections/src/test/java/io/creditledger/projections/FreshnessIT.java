package io.creditledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.QueryRejection.ProjectionBehind;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.projections.platform.ProjectionControl;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A reader never sees less than the revision it knows of, and those who watch hear of every later one. */
class FreshnessIT {

    private static final History HISTORY = new History();
    private static ReadModels readModels;

    @BeforeAll
    static void start() {
        readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase());
    }

    @AfterAll
    static void stop() {
        readModels.close();
    }

    @Test
    void aReaderWaitsForTheRevisionItDemands() {
        ScriptedAccount account = HISTORY.account("waited-for").opened();
        HISTORY.publish();
        CompletableFuture<Optional<BalanceView>> answer = CompletableFuture.supplyAsync(
                () -> readModels.find(new FindBalance(account.id(), 1L), BalanceView.class));
        account.granted("lot", 10);
        HISTORY.publish();

        assertThat(answer.join().orElseThrow().total()).isEqualTo(10);
    }

    @Test
    void aReaderWhoDemandsTooMuchIsToldHowFarItIs() {
        HISTORY.account("behind").opened();
        HISTORY.publish();
        ProjectionControl.of(readModels).awaitCaughtUp();

        assertThatThrownBy(() -> readModels.find(new FindBalance(new AccountId("behind"), 5L), BalanceView.class))
                .isInstanceOfSatisfying(QueryExecutionException.class, refused -> assertThat(refused.getDetails())
                        .contains(new ProjectionBehind("behind", 5, 0)));
    }

    @Test
    void everyReadModelSaysSo() {
        assertThatThrownBy(() -> readModels.<TransactionLine>page(new FindTransactions(
                        new AccountId("unknown"), null, null, null, null, null, null, null, 5, null, 0L)))
                .isInstanceOfSatisfying(QueryExecutionException.class, refused -> assertThat(refused.getDetails())
                        .contains(new ProjectionBehind("unknown", 0, -1)));
    }

    @Test
    void whoWatchesAnAccountHearsOfItsBalance() {
        ScriptedAccount watched = HISTORY.account("watched").opened();
        HISTORY.account("other").opened();
        HISTORY.publish();
        ProjectionControl.of(readModels).awaitCaughtUp();

        try (SubscriptionQueryResult<Optional<BalanceView>, BalanceView> subscription = readModels
                .queries()
                .subscriptionQuery(
                        new FindBalance(watched.id(), null),
                        ResponseTypes.optionalInstanceOf(BalanceView.class),
                        ResponseTypes.instanceOf(BalanceView.class))) {
            HISTORY.account("other").granted("lot-other", 1);
            watched.granted("lot", 70);
            HISTORY.publish();

            BalanceView update = Objects.requireNonNull(subscription.updates().blockFirst());

            assertThat(update.accountId()).isEqualTo("watched");
            assertThat(update.total()).isEqualTo(70);
            assertThat(update.revision()).isEqualTo(1);
        }
    }
}
