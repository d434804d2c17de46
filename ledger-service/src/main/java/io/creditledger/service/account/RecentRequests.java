package io.creditledger.service.account;

import io.creditledger.api.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last requests the account decided, by key. Repeats mostly come soon, and above all before the first is stored; older keys
 * are the event store's business, which never forgets one.
 */
final class RecentRequests {

    static final int CAPACITY = 32;

    private Map<String, Decided> byKey = new LinkedHashMap<>();

    @Nullable
    Decided find(IdempotencyKey key) {
        return byKey.get(key.value());
    }

    void remember(String key, String fingerprint, long revision) {
        byKey.put(key, new Decided(fingerprint, revision));
        if (byKey.size() > CAPACITY) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }

    /**
     * A request that made a fact.
     *
     * @param revision of the fact
     */
    record Decided(String fingerprint, long revision) {}
}
