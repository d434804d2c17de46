package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PaceTest {

    @Test
    void keepsWhoeverComesTooSoonWaiting() {
        Pace pace = new Pace(Duration.ofMillis(30), 1);
        long before = System.nanoTime();

        for (int i = 0; i < 4; i++) {
            pace.await();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(90));
    }

    @Test
    @Timeout(60)
    void letsTheFirstPassAtOnceAndHoldsNobodyWhoIsToStop() {
        Pace pace = new Pace(Duration.ofDays(1), 1);
        pace.await();

        Thread.currentThread().interrupt();
        pace.await();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void letsPassAtOnceAsOftenAsItSaysAndSavesNoMorePauses() {
        AtomicLong now = new AtomicLong(5);
        Pace pace = new Pace(Duration.ofMillis(100), 3, now::get);
        assertThat(passed(pace)).isEqualTo(3);
        assertThat(pace.restMillis()).isEqualTo(100);

        now.addAndGet(Duration.ofMillis(150).toNanos());
        assertThat(passed(pace)).isEqualTo(1);
        assertThat(pace.restMillis()).isEqualTo(50);

        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(pace.restMillis()).isZero();
        assertThat(passed(pace)).isEqualTo(3);
        assertThat(pace.restMillis()).isEqualTo(100);
    }

    private static int passed(Pace pace) {
        int times = 0;
        while (pace.passes()) {
            times++;
        }
        return times;
    }
}
