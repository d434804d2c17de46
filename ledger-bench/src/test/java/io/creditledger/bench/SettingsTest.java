package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void takesNamesAndOptionsInAnyOrder() {
        Settings settings = Settings.of("--json", "commands", "--seconds", "5", "http");
        assertThat(settings.benchmarks()).containsExactly("commands", "http");
        assertThat(settings.json()).isTrue();
        assertThat(settings.measuring()).hasSeconds(5);
        assertThat(settings.number(Settings.ACCOUNTS, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seconds", "--seconds zero", "--seconds 0", "--seconds -1", "--speed 5"})
    void refusesWhatItDoesNotKnow(String arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(arguments.split(" ", -1)));
    }

    @Test
    void explainsEveryBenchmark() {
        assertThat(Settings.usage())
                .contains(Benchmark.all().stream().map(Benchmark::name).toList());
    }
}
