package io.creditledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 100",
        "1, 1, 200",
        "1, 0.5, 150",
        "2, 0, 200",
        "2, 1, 400",
        "3, 1, 800",
        "4, 1, 1000",
        "4, 0, 500",
        "1000000, 1, 1000"
    })
    void doublesUpToTheLongestAndVariesByHalf(int failures, double random, long millis) {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1), () -> random);
        assertThat(backoff.after(failures, null)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void givesTheLedgerTheTimeItAsksForAndNoLess() {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1), () -> 1);
        assertThat(backoff.after(1, Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        assertThat(backoff.after(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
    }
}
