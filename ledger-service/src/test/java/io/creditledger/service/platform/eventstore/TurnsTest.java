package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a process that stores knows that it is not alone, and when it pays to wait for more. */
class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void oneThatIsAloneNeverWaits() {
        turns.had(1, 100);
        turns.had(101, 100);

        assertThat(turns.areShared()).isFalse();
        assertThat(turns.areDearer()).isFalse();
    }

    @Test
    void whatAnotherStoredBetweenTellsOfIt() {
        turns.had(1, 100);
        turns.had(102, 100);

        assertThat(turns.areShared()).isTrue();
        assertThat(turns.areDearer()).isTrue();
    }

    @Test
    void withTimeToSpareNobodyWaits() {
        turns.had(1, 100);
        turns.had(102, 3);

        assertThat(turns.areShared()).isTrue();
        assertThat(turns.areDearer()).isFalse();
    }

    @Test
    void theOtherIsForgottenOnceItStoresNoMore() {
        turns.had(1, 100);
        turns.had(102, 100);
        turns.had(202, 100);

        assertThat(turns.areShared()).isFalse();
        assertThat(turns.areDearer()).isFalse();
    }
}
