package io.creditledger.projections.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.api.account.queries.QueryRejection.InvalidCursor;
import io.creditledger.projections.platform.Cursor.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is a cursor whose position a table can be asked for, or is refused. */
class CursorFuzzTest {

    private static final List<Cursor> ALL = List.of(
            new Cursor("accounts"),
            new Cursor("transactions"),
            new Cursor("websites"),
            new Cursor("open-lots"),
            new Cursor("closed-lots"),
            new Cursor("purchases"),
            new Cursor("changed-purchases"));

    @ValueSource(
            strings = {
                "",
                "YWNjb3VudHMgYWNtZQ",
                "dHJhbnNhY3Rpb25zIDc",
                "dHJhbnNhY3Rpb25zIC0x",
                "d2Vic2l0ZXMgNy5zaXRlLTE",
                "b3Blbi1sb3RzIDc",
                "Y2xvc2VkLWxvdHMgNy44",
                "cHVyY2hhc2VzIDk5OTk5OTk5OTk5OTk5OTk5OTk5",
                "\u0000",
                "====",
                "_w"
            })
    @FuzzTest
    void isAPositionOrRefused(@NotNull String text) {
        for (Cursor cursor : ALL) {
            position(cursor, text).ifPresent(CursorFuzzTest::canBeAskedFor);
            attempt(text, cursor::number)
                    .ifPresent(number -> assertThat(number.getAsLong()).isNotNegative());
            attempt(text, cursor::place).flatMap(place -> place).ifPresent(place -> {
                assertThat(place.number()).isNotNegative();
                canBeAskedFor(place.text());
                assertThat(cursor.place(cursor.at(place))).hasValue(place);
            });
            attempt(text, cursor::isOf);
            isRefusedOrTheSame(cursor, text);
        }
    }

    /** What a table has, a reader gets back to it. */
    private static void isRefusedOrTheSame(Cursor cursor, String position) {
        String carried = cursor.at(position);
        position(cursor, carried).ifPresent(back -> assertThat(back).isEqualTo(wellFormed(position)));
        assertThat(cursor.place(cursor.at(new Place(7, "site-1")))).hasValue(new Place(7, "site-1"));
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void canBeAskedFor(String text) {
        assertThat(text).doesNotContain("\u0000");
        assertThat(text.codePoints()).allMatch(character -> character < 0xD800 || character > 0xDFFF);
    }

    private static Optional<String> position(Cursor cursor, String text) {
        return attempt(text, given -> Optional.ofNullable(cursor.position(given)))
                .flatMap(position -> position);
    }

    private static <T> Optional<T> attempt(String cursor, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(cursor));
        } catch (QueryExecutionException refused) {
            assertThat(refused.getDetails()).get().isInstanceOf(InvalidCursor.class);
            return Optional.empty();
        }
    }
}
