package io.creditledger.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.api.account.queries.Granularity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Any text of a query parameter is what it says, or is refused with a problem. */
class QueryParametersFuzzTest {

    private static final String NAME = "p";
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    @ValueSource(
            strings = {
                "",
                "7",
                "-1",
                "+1",
                "9223372036854775807",
                "9223372036854775808",
                "\u0661\u0662",
                "1e3",
                "true",
                "month",
                "2026-01-31T12:00:00.1234567Z",
                "2026-01-31T12:00:00 02:00",
                "-999999999-01-01T00:00:00+18:00",
                "+999999999-12-31T23:59:59-18:00",
                "https://acme.example/a?b#c",
                "http://user@acme.example",
                "text\u0085",
                "\ud83d\ude00"
            })
    @FuzzTest
    void isWhatItSaysOrAProblem(@NotNull String text) {
        read(text, parameters -> Optional.ofNullable(parameters.integer(NAME, 0, Long.MAX_VALUE)))
                .ifPresent(number -> isWhatItSays(number, text));
        read(text, parameters -> Optional.ofNullable(parameters.instant(NAME)))
                .ifPresent(instant -> isWhatItSays(instant, text));
        read(text, parameters -> Optional.ofNullable(parameters.text(NAME, 20)))
                .ifPresent(line -> isWhatItSays(line, text));
        read(text, parameters -> Optional.ofNullable(parameters.word(NAME, EnumSet.allOf(Granularity.class))))
                .ifPresent(word -> assertThat(word.name()).isEqualTo(text.toUpperCase(Locale.ROOT)));
        read(text, parameters -> Optional.of(parameters.flag(NAME)))
                .ifPresent(flag -> assertThat(text).isEqualTo(flag.toString()));
    }

    private static void isWhatItSays(long number, String text) {
        assertThat(number).isNotNegative();
        assertThat(text.replaceFirst("^0+(?=.)", "")).isEqualTo(Long.toString(number));
    }

    private static void isWhatItSays(Instant instant, String text) {
        assertThat(instant)
                .isBetween(Instant.EPOCH, YEAR_10000)
                .isEqualTo(
                        OffsetDateTime.parse(text.replace(' ', '+')).toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    private static void isWhatItSays(String line, String text) {
        assertThat(line).isEqualTo(text).isNotBlank().doesNotContain("\u0000", "\n");
        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(20);
    }

    private static <T> Optional<T> read(String text, Function<QueryParameters, Optional<T>> reader) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addParameter(NAME, text);
        QueryParameters parameters = new QueryParameters(request);
        try {
            Optional<T> value = reader.apply(parameters);
            parameters.finish();
            return value;
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
            return Optional.empty();
        }
    }
}
