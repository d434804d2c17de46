package io.creditledger.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.money.Credits;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            total, used,  held, frozen, current, available, debt, usedPercent
            0,     0,     0,    0,      0,       0,         0,    0.00
            10000, 420,   0,    0,      9580,    9580,      0,    4.20
            10000, 420,   80,   500,    9580,    9000,      0,    4.20
            3,     1,     0,    0,      2,       2,         0,    33.33
            3,     2,     0,    0,      1,       1,         0,    66.67
            100,   100,   0,    0,      0,       0,         0,    100.00
            50,    80,    0,    0,      -30,     -30,       30,   160.00
            0,     80,    0,    0,      -80,     -80,       80,   0.00
            9223372036854775807, 1, 0, 0, 9223372036854775806, 9223372036854775806, 0, 0.00
            """)
    void impliesAllOtherNumbers(
            long total,
            long used,
            long held,
            long frozen,
            long current,
            long available,
            long debt,
            BigDecimal usedPercent) {
        Balance balance = new Balance(Credits.of(total), Credits.of(used), Credits.of(held), Credits.of(frozen));

        assertThat(balance.current()).isEqualTo(current);
        assertThat(balance.available()).isEqualTo(available);
        assertThat(balance.debt()).isEqualTo(Credits.of(debt));
        assertThat(balance.usedPercent()).isEqualByComparingTo(usedPercent);
    }
}
