package io.creditledger.client;

import io.creditledger.api.account.queries.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The items of a list, of which one page is there at a time; the next one is asked for when the last one is through. */
final class PageIterator<T> implements Iterator<T> {

    private final Function<@Nullable String, Page<T>> pages;
    private @Nullable Page<T> page;
    private int next;

    private PageIterator(Function<@Nullable String, Page<T>> pages) {
        this.pages = pages;
    }

    /**
     * All items, in order.
     *
     * @param pages the page of a cursor; null is the first one's
     */
    static <T> Stream<T> stream(Function<@Nullable String, Page<T>> pages) {
        int kind = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new PageIterator<>(pages), kind), false);
    }

    @Override
    public boolean hasNext() {
        Page<T> current = page == null ? turnTo(null) : page;
        while (next == current.items().size() && current.nextCursor() != null) {
            current = turnTo(current.nextCursor());
        }
        return next < current.items().size();
    }

    private Page<T> turnTo(@Nullable String cursor) {
        Page<T> turned = pages.apply(cursor);
        page = turned;
        next = 0;
        return turned;
    }

    @Override
    public T next() {
        if (!hasNext() || page == null) {
            throw new NoSuchElementException();
        }
        return page.items().get(next++);
    }
}
