package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PaceTest {

    @Test
    void keepsWhoeverComesTooSoonWaiting() {
        Pace pace = new Pace(Duration.ofMillis(30));
        long before = System.nanoTime();

        for (int i = 0; i < 4; i++) {
            pace.await();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(90));
    }

    @Test
    @Timeout(60)
    void letsTheFirstPassAtOnceAndHoldsNobodyWhoIsToStop() {
        Pace pace = new Pace(Duration.ofDays(1));
        pace.await();

        Thread.currentThread().interrupt();
        pace.await();

        assertThat(Thread.interrupted()).isTrue();
    }
}
