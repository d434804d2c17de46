package io.creditledger.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.Refused;
import io.creditledger.api.account.AccountRejection;
import io.creditledger.api.account.AccountRejection.AlreadyReversed;
import io.creditledger.api.account.AccountRejection.BalanceLimitExceeded;
import io.creditledger.api.account.AccountRejection.InvalidCommand;
import io.creditledger.api.account.AccountRejection.LotNotFound;
import io.creditledger.api.account.AccountRejection.OpenLotLimitReached;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;

/** What each way to fail is called. */
class FailuresTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new InvalidCommand("amount", "must be more"), 400, "invalid-request"),
                Arguments.of(new LotNotFound("lot_1"), 404, "lot-not-found"),
                Arguments.of(new AlreadyReversed("con_1"), 409, "already-reversed"),
                Arguments.of(new OpenLotLimitReached(1_000), 409, "open-lot-limit-reached"),
                Arguments.of(new BalanceLimitExceeded(Long.MAX_VALUE, 1), 422, "balance-limit-exceeded"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalHasItsOwnName(AccountRejection rejection, int status, String slug) {
        Problem bare = Failures.problemOf(new CommandExecutionException("refused", null, rejection));
        Problem replayed =
                Failures.problemOf(new CommandExecutionException("refused", null, new Refused(rejection, true)));

        assertThat(bare.status()).isEqualTo(status);
        assertThat(bare.type().slug()).isEqualTo(slug);
        assertThat(bare.replayed()).isFalse();
        assertThat(replayed.replayed()).isTrue();
        assertThat(replayed.fields()).isEqualTo(bare.fields());
    }

    static Stream<Throwable> outages() {
        return Stream.of(
                new SQLException("no connection"),
                new IllegalStateException("wrapped", new SQLException("no connection")),
                new CannotCreateTransactionException("no connection"),
                new CommandDispatchException("no node"),
                new NoHandlerForCommandException("no node"),
                new ExecutionException(new SQLException("no connection")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageMayBeTriedAgain(Throwable outage) {
        Problem problem = Failures.problemOf(outage);

        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.retryAfterSeconds()).isEqualTo(1);
        assertThat(problem.detail()).doesNotContain("connection");
    }

    @Test
    void aFaultSaysNothingOfTheInside() {
        Problem problem = Failures.problemOf(new IllegalStateException("table ledger.events"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.fields().toString()).doesNotContain("ledger.events");
    }

    @Test
    void whoWaitsTooLongLearnsThatTheOutcomeIsUnknown() {
        Answers answers = new Answers(new HttpProperties(
                Duration.ofMillis(1),
                DataSize.ofKilobytes(64),
                DataSize.ofMegabytes(2),
                DataSize.ofKilobytes(512),
                Duration.ZERO,
                1,
                null,
                1,
                1,
                1,
                1,
                1,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                null));

        assertThatThrownBy(() -> answers.await(new CompletableFuture<>()))
                .isInstanceOfSatisfying(ProblemException.class, slow -> {
                    assertThat(slow.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(slow.problem().detail()).contains("outcome is unknown");
                });
    }
}
