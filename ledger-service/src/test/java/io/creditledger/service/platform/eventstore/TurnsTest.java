package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a process that stores knows that it is not alone, and when it pays to wait for more. */
class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void oneThatIsAloneNeverWaits() {
        turn(1, 100);
        turn(101, 100);

        assertThat(turns.areCrowded()).isFalse();
    }

    @Test
    void whatAnotherStoredBetweenTellsOfIt() {
        turn(1, 100);
        turn(102, 100);

        assertThat(turns.areCrowded()).isTrue();
    }

    @Test
    void withTimeToSpareNobodyWaits() {
        turn(1, 100);
        turn(102, 3);

        assertThat(turns.areCrowded()).isFalse();
    }

    @Test
    void theOtherIsForgottenOnceItStoresNoMore() {
        turn(1, 100);
        turn(102, 100);
        turn(202, 100);

        assertThat(turns.areCrowded()).isFalse();
    }

    /** Refusals have no place in the order of events, so they can't tell whether another stores. */
    @Test
    void whoHasOnlyRefusedALittleSinceDoesNotWait() {
        turn(1, 100);
        turn(102, 100);
        turns.began(1);

        assertThat(turns.areCrowded()).isFalse();
    }

    private void turn(long firstIndex, int events) {
        turns.began(events);
        turns.added(firstIndex, events);
    }
}
