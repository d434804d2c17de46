package io.creditledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.IdempotencyKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("generation-1");

    /** What the attempts meet, one after the other; empty is no answer. */
    private final Deque<Optional<RawAnswer>> ahead = new ArrayDeque<>();

    private final List<Duration> patience = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private long now = 1_000;
    private Duration perAttempt = Duration.ZERO;

    private final Retries retries = new Retries(
            4,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), () -> 1),
            this::pause,
            () -> now);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 301, 400, 401, 402, 403, 404, 408, 409, 413, 415, 422, 500, 501})
    void takesAnyOtherAnswerAsTheAnswer(int status) {
        meets(answer(status, null));
        Retries.Outcome outcome = retries.until(KEY, this::send);
        assertThat(outcome.answer().status()).isEqualTo(status);
        assertThat(outcome.attempts()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void asksAgainWhereTheLedgerSaysNotNow(int status) {
        meets(answer(status, null), answer(status, null), answer(201, null));
        Retries.Outcome outcome = retries.until(KEY, this::send);
        assertThat(outcome.answer().status()).isEqualTo(201);
        assertThat(outcome.attempts()).isEqualTo(3);
        assertThat(waits).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void asksAgainWhenAnAnswerIsLost() {
        meets(null, answer(201, null));
        assertThat(retries.until(KEY, this::send).attempts()).isEqualTo(2);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        meets(answer(429, Duration.ofSeconds(3)), answer(503, Duration.ofMillis(1)), answer(200, null));
        assertThat(retries.until(null, this::send).attempts()).isEqualTo(3);
        assertThat(waits).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(400));
    }

    @Test
    void givesUpAfterTheLastAttemptAndTellsTheKey() {
        meets(null, answer(503, null), null, null, answer(200, null));
        assertThatThrownBy(() -> retries.until(KEY, this::send))
                .isInstanceOfSatisfying(Unanswered.class, unanswered -> {
                    assertThat(unanswered.attempts()).isEqualTo(4);
                    assertThat(unanswered.idempotencyKey()).contains(KEY);
                    assertThat(unanswered).hasCauseInstanceOf(IOException.class);
                });
        assertThat(ahead).hasSize(1);
        assertThat(waits).hasSize(3);
    }

    @Test
    void doesNotWaitForWhatComesAfterTheDeadline() {
        meets(answer(503, Duration.ofSeconds(30)));
        assertThatThrownBy(() -> retries.until(KEY, this::send))
                .isInstanceOfSatisfying(Unanswered.class, unanswered -> assertThat(unanswered.problem())
                        .hasValueSatisfying(
                                problem -> assertThat(problem.kind()).isEqualTo("http-503")));
        assertThat(waits).isEmpty();
    }

    @Test
    void givesTheLastAttemptOnlyTheTimeThatIsLeft() {
        perAttempt = Duration.ofSeconds(9);
        meets(null, null, null, answer(200, null));
        assertThat(retries.until(KEY, this::send).attempts()).isEqualTo(4);
        assertThat(patience)
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(1_600));
    }

    @Test
    void stopsWhenInterruptedAndStaysInterrupted() {
        meets(answer(503, null));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> retries.until(KEY, this::send))
                .isInstanceOfSatisfying(Unanswered.class, unanswered -> {
                    assertThat(unanswered).hasCauseInstanceOf(InterruptedException.class);
                    assertThat(unanswered.idempotencyKey()).contains(KEY);
                });
        assertThat(Thread.interrupted()).isTrue();
    }

    private void meets(@Nullable RawAnswer... answers) {
        for (RawAnswer answer : answers) {
            ahead.add(Optional.ofNullable(answer));
        }
    }

    private static RawAnswer answer(int status, @Nullable Duration retryAfter) {
        return new RawAnswer(status, false, retryAfter, "{}");
    }

    private RawAnswer send(Duration most) throws IOException {
        patience.add(most);
        now += perAttempt.toNanos();
        return ahead.removeFirst().orElseThrow(() -> new IOException("cut off"));
    }

    private void pause(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(time);
        now += time.toNanos();
    }
}
