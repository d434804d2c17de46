package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.NOON;
import static io.creditledger.service.account.AccountVocabulary.ONE;
import static io.creditledger.service.account.AccountVocabulary.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DecisionClockTest {

    private final MovableClock machine = new MovableClock();
    private final DecisionClock clock = new DecisionClock(machine);

    @Test
    void standsStillWhileSomethingIsDecided() throws Exception {
        Instant later = clock.decide(() -> {
            machine.now = TWO;
            return clock.instant();
        });

        assertThat(later).isEqualTo(NOON);
        assertThat(clock.instant()).isEqualTo(TWO);
    }

    @Test
    void neverRunsBackForAnAccount() throws Exception {
        Instant moment = clock.decide(() -> {
            DecisionClock.noEarlierThan(ONE);
            return clock.instant();
        });

        assertThat(moment).isEqualTo(ONE);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void isNotHeldBackByWhatIsOver() throws Exception {
        machine.now = TWO;

        Instant moment = clock.decide(() -> {
            DecisionClock.noEarlierThan(ONE);
            return clock.instant();
        });

        assertThat(moment).isEqualTo(TWO);
    }

    @Test
    void knowsNoFinerMomentThanTheStoreKeeps() {
        machine.now = NOON.plusNanos(1_999);

        assertThat(clock.instant()).isEqualTo(NOON.plusNanos(1_000));
    }

    private static final class MovableClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
