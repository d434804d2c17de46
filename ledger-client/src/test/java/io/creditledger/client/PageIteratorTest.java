package io.creditledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.queries.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageIteratorTest {

    private final List<String> asked = new ArrayList<>();

    private final Map<String, Page<Integer>> pages = Map.of(
            "first", page("second", 1, 2),
            "second", page("third"),
            "third", page("fourth", 3),
            "fourth", page(null));

    @Test
    void givesTheItemsOfAllPagesInOrder() {
        assertThat(PageIterator.stream(this::turnTo)).containsExactly(1, 2, 3);
        assertThat(asked).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void asksForNoPageBeforeItComesToIt() {
        assertThat(PageIterator.stream(this::turnTo).limit(2)).containsExactly(1, 2);
        assertThat(asked).containsExactly("first");
    }

    @Test
    void asksForNothingUntilSomebodyLooks() {
        assertThat(PageIterator.stream(this::turnTo).map(item -> item + 1)).isNotNull();
        assertThat(asked).isEmpty();
    }

    private Page<Integer> turnTo(@Nullable String cursor) {
        String name = Objects.requireNonNullElse(cursor, "first");
        asked.add(name);
        return Objects.requireNonNull(pages.get(name));
    }

    private static Page<Integer> page(@Nullable String next, Integer... items) {
        return new Page<>(List.of(items), next, null, null);
    }
}
