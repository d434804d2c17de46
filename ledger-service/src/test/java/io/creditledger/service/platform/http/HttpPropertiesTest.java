package io.creditledger.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Where browsers are told to come, and how long the ledger may drain. */
class HttpPropertiesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://credits.example,           https://credits.example
            https://credits.example/,          https://credits.example
            https://platform.example/credits,  https://platform.example
            http://localhost:8080,             http://localhost:8080
            """)
    void knowsTheOriginOfItsPages(String address, String origin) {
        assertThat(at(address).publicOrigin()).hasValue(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"credits.example", "https://", "https://a@b.example", "javascript:x", "https://b.example/?x#y"})
    void takesNothingForAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> at(address)).hasMessageContaining("LEDGER_PUBLIC_ADDRESS");
    }

    /** Longer, and the end would not wait for it. */
    @ParameterizedTest
    @ValueSource(strings = {"-PT0.001S", "PT15.001S"})
    void drainsNoLongerThanItsEndMayTake(Duration drainTime) {
        assertThatThrownBy(() -> with(drainTime, null)).hasMessageContaining("ledger.http.drain-time");
    }

    private static HttpProperties at(String publicAddress) {
        return with(Duration.ZERO, publicAddress);
    }

    private static HttpProperties with(Duration drainTime, @Nullable String publicAddress) {
        DataSize size = DataSize.ofKilobytes(1);
        Duration time = Duration.ofSeconds(1);
        return new HttpProperties(
                time, size, size, size, time, 1, size, 1, 1, 1, 1, 1, time, time, drainTime, publicAddress);
    }
}
