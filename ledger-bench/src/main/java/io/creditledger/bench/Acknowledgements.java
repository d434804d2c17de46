package io.creditledger.bench;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Which consumptions the ledger said it had recorded, and which ended in no clear answer. */
final class Acknowledgements {

    private final Queue<Request> recorded = new ConcurrentLinkedQueue<>();
    private final Queue<Request> unclear = new ConcurrentLinkedQueue<>();

    /** The request of one consumption. */
    record Request(AccountId account, IdempotencyKey key) {}

    void recorded(AccountId account, IdempotencyKey key) {
        recorded.add(new Request(account, key));
    }

    void unclear(AccountId account, IdempotencyKey key) {
        unclear.add(new Request(account, key));
    }

    Set<String> recordedRequestIds() {
        return requestIds(recorded);
    }

    Set<String> unclearRequestIds() {
        return requestIds(unclear);
    }

    private static Set<String> requestIds(Queue<Request> requests) {
        return requests.stream()
                .map(request -> RequestId.of(request.account(), request.key()).value())
                .collect(Collectors.toSet());
    }
}
