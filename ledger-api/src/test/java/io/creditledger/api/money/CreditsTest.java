package io.creditledger.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CreditsTest {

    @Test
    void areNeverNegative() {
        assertThatThrownBy(() -> Credits.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credits.of(1).minus(Credits.of(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverWrapAround() {
        assertThatThrownBy(() -> Credits.of(Long.MAX_VALUE).plus(Credits.of(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addAndSubtractExactly() {
        assertThat(Credits.of(7).plus(Credits.of(5)).minus(Credits.of(12))).isEqualTo(Credits.ZERO);
        assertThat(Credits.of(7).covers(Credits.of(7))).isTrue();
        assertThat(Credits.of(7).covers(Credits.of(8))).isFalse();
        assertThat(Credits.of(7).min(Credits.of(3))).isEqualTo(Credits.of(3));
    }
}
