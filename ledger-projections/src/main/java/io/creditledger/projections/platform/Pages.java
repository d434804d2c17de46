package io.creditledger.projections.platform;

import io.creditledger.api.account.queries.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts pages from what was read. */
public final class Pages {

    private Pages() {}

    /**
     * A page of a list that was read one row further than the page goes, to know whether there is more.
     *
     * @param cursor names the place of the page's last row
     */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor, @Nullable Reached reached) {
        boolean more = oneMore.size() > limit;
        List<T> items = more ? oneMore.subList(0, limit) : oneMore;
        return of(items, more ? cursor.apply(items.getLast()) : null, reached);
    }

    public static <T> Page<T> of(List<T> items, @Nullable String nextCursor, @Nullable Reached reached) {
        return reached == null
                ? new Page<>(items, nextCursor, null, null)
                : new Page<>(items, nextCursor, reached.revision(), reached.asOf());
    }
}
