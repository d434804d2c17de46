package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.SimulatedTime;
import io.creditledger.simulator.state.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The first answer to each idempotency key, for a day; and which keys are being worked on. */
final class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MAX_KEY_LENGTH = 255;

    private final Store store;
    private final SimulatedTime time;
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    KeptAnswers(Store store, SimulatedTime time) {
        this.store = store;
        this.time = time;
    }

    /** Reserves the key for one call; whoever has reserved it must release it. */
    void reserve(String key) {
        if (key.length() > MAX_KEY_LENGTH) {
            throw StripeFailure.invalid(
                    null, null, "Idempotency keys can have up to " + MAX_KEY_LENGTH + " characters.");
        }
        if (!inProgress.add(key)) {
            throw StripeFailure.keyInUse(key);
        }
    }

    void release(String key) {
        inProgress.remove(key);
    }

    /** The answer that the call got the first time, or null if this is the first time. */
    @Nullable
    Answer firstAnswer(String key, Call call) {
        return store.alone(() -> {
            prune();
            ObjectNode kept = store.find(Kind.KEPT_ANSWER, key);
            if (kept == null) {
                return null;
            }
            if (!Json.textOf(kept, "request").equals(fingerprint(call))) {
                throw StripeFailure.otherParameters(key);
            }
            return Answer.of((int) Json.number(kept, "status"), kept.get("body"))
                    .with("Idempotent-Replayed", "true")
                    .with("Original-Request", Json.textOf(kept, "requestId"));
        });
    }

    void keep(String key, Call call, Answer answer) {
        ObjectNode kept = Json.object()
                .put("id", key)
                .put("request", fingerprint(call))
                .put("requestId", call.requestId())
                .put("status", answer.status())
                .put("createdAtMillis", time.now().toEpochMilli())
                .set("body", answer.body());
        store.save(Kind.KEPT_ANSWER, kept);
    }

    private void prune() {
        long oldest = time.now().minus(KEPT).toEpochMilli();
        List<String> outdated = store.oldestFirst(Kind.KEPT_ANSWER)
                .takeWhile(kept -> Json.number(kept, "createdAtMillis") < oldest)
                .map(kept -> Json.textOf(kept, "id"))
                .toList();
        outdated.forEach(key -> store.remove(Kind.KEPT_ANSWER, key));
    }

    /** Hashed, because a request may carry the number of a card. */
    private static String fingerprint(Call call) {
        String request =
                call.method() + " " + call.path() + " " + call.parameters().canonical();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
