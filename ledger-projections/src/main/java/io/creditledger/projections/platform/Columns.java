package io.creditledger.projections.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows turned into columns, for statements that write a whole set with {@code unnest}: one statement for any number of rows, and
 * each column travels as one array.
 */
public final class Columns {

    private Columns() {}

    public static <R> @Nullable String[] texts(List<R> rows, Function<R, @Nullable String> column) {
        @Nullable String[] values = new String[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.apply(rows.get(row));
        }
        return values;
    }

    public static <R> long[] longs(List<R> rows, ToLongFunction<R> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    /** Numbers of which some are absent. */
    public static <R> @Nullable Long[] optionalLongs(List<R> rows, Function<R, @Nullable Long> column) {
        @Nullable Long[] values = new Long[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.apply(rows.get(row));
        }
        return values;
    }

    public static <R> boolean[] booleans(List<R> rows, Predicate<R> column) {
        boolean[] values = new boolean[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.test(rows.get(row));
        }
        return values;
    }

    /** A moment as the statements take it: microseconds since 1970, which an array carries without a text form. */
    public static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    public static @Nullable Long optionalMicros(@Nullable Instant moment) {
        return moment == null ? null : micros(moment);
    }

    public static Instant moment(OffsetDateTime stored) {
        return stored.toInstant();
    }

    public static Timestamp parameter(Instant moment) {
        return Timestamp.from(moment);
    }

    /** Runs a statement whose parameters are columns of one length. */
    public static int write(JdbcOperations jdbc, String statement, Object... columns) {
        return jdbc.update(statement, parameters -> {
            for (int index = 0; index < columns.length; index++) {
                parameters.setObject(index + 1, columns[index]);
            }
        });
    }
}
