package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerProcessTest {

    private static final int MORE_THAN_CHANCE_KEEPS_APART = 500;

    @Test
    void givesNoPortTwice() throws IOException {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < MORE_THAN_CHANCE_KEEPS_APART; i++) {
            given.add(LedgerProcess.freePort());
        }

        assertThat(given).hasSize(MORE_THAN_CHANCE_KEEPS_APART);
    }
}
