package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.RecentRequests.Decided;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {

    private final RecentRequests requests = new RecentRequests();

    @Test
    void findsWhatAKeyAskedForAndTheFactThatCameOfIt() {
        requests.remember("a", "grant 5", 3);
        requests.remember("b", "grant 6", 4);

        Decided first = Objects.requireNonNull(requests.find(key("a")));
        Decided second = Objects.requireNonNull(requests.find(key("b")));
        assertThat(first.revision()).isEqualTo(3);
        assertThat(first.isOf("grant 5")).isTrue();
        assertThat(first.isOf("grant 6")).isFalse();
        assertThat(second.revision()).isEqualTo(4);
        assertThat(second.isOf("grant 6")).isTrue();
    }

    @Test
    void knowsNoKeyThatNobodyUsed() {
        assertThat(requests.find(key("a"))).isNull();

        requests.remember("a", "grant 5", 3);

        assertThat(requests.find(key("A"))).isNull();
        assertThat(requests.find(key("aa"))).isNull();
    }

    @Test
    void forgetsTheOldestForTheLatest() {
        int all = 3 * RecentRequests.CAPACITY + 5;
        for (int i = 0; i < all; i++) {
            requests.remember("key " + i, "content " + i, i);
            assertThat(revisionsOfKnown(all))
                    .containsExactly(IntStream.rangeClosed(Math.max(0, i - RecentRequests.CAPACITY + 1), i)
                            .asLongStream()
                            .toArray());
        }
    }

    private long[] revisionsOfKnown(int keys) {
        return IntStream.range(0, keys)
                .mapToObj(i -> requests.find(key("key " + i)))
                .filter(Objects::nonNull)
                .mapToLong(Decided::revision)
                .toArray();
    }

    /** One decision may make several facts. */
    @Test
    void hasOneAnswerForAKey() {
        for (int i = 0; i < RecentRequests.CAPACITY; i++) {
            requests.remember("key " + i, "content " + i, i);
        }

        requests.remember("key 7", "content", 100);

        assertThat(Objects.requireNonNull(requests.find(key("key 7"))).revision())
                .isEqualTo(100);
        assertThat(requests.find(key("key 0"))).isNotNull();
    }
}
