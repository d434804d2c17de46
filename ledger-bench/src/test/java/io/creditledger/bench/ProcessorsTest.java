package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProcessorsTest {

    @Test
    void readsNumbersAndRanges() {
        assertThat(Processors.listed("0-2,5,8-9").numbers()).containsExactly(0, 1, 2, 5, 8, 9);
        assertThat(Processors.listed("3").numbers()).containsExactly(3);
    }

    @Test
    void givesPartsOfTheSameSize() {
        assertThat(Processors.listed("0-4").parts(2))
                .containsExactly(Processors.listed("0,1"), Processors.listed("2,3"));
        assertThatThrownBy(() -> Processors.listed("0").parts(2)).hasMessageContaining("1 processors");
    }

    @Test
    @Timeout(60)
    void keepsAProcessToSome() throws IOException, InterruptedException {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            Processors one =
                    new Processors(List.of(Processors.available().numbers().getLast()));

            one.keep(sleeper.pid());

            Process asked = new ProcessBuilder("taskset", "--cpu-list", "--pid", Long.toString(sleeper.pid())).start();
            assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                    .endsWith(": " + one.numbers().getFirst());
            assertThatThrownBy(() -> Processors.listed("4095").keep(sleeper.pid()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("4095");
        } finally {
            sleeper.destroyForcibly();
            assertThat(sleeper.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
