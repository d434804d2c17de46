package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.Caller;
import io.creditledger.service.platform.http.HttpProperties;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import java.util.HashMap;
import java.util.Map;

/** How many event streams are open: in all, of each caller, and about each account. */
final class StreamPlaces {

    private static final int RETRY_SECONDS = 5;

    private final HttpProperties limits;
    private final Map<String, Integer> ofCallers = new HashMap<>();
    private final Map<AccountId, Integer> ofAccounts = new HashMap<>();
    private int all;

    StreamPlaces(HttpProperties limits) {
        this.limits = limits;
    }

    /**
     * Takes a place.
     *
     * @throws ProblemException if none is free, and whose fault that is
     */
    synchronized void take(AccountId account, Caller caller) {
        int ofCaller = limitFor(caller);
        if (ofCallers.getOrDefault(caller.actor(), 0) >= ofCaller) {
            throw tooMany("streams-of-caller", ofCaller);
        }
        if (ofAccounts.getOrDefault(account, 0) >= limits.maxStreamsOfAccount()) {
            throw tooMany("streams-of-account", limits.maxStreamsOfAccount());
        }
        if (all >= limits.maxStreams()) {
            throw Problem.unavailable("as many event streams are open as may be")
                    .asException();
        }
        all++;
        ofCallers.merge(caller.actor(), 1, Integer::sum);
        ofAccounts.merge(account, 1, Integer::sum);
    }

    private int limitFor(Caller caller) {
        return caller.kind() == Caller.Kind.SESSION ? limits.maxStreamsOfSession() : limits.maxStreamsOfCaller();
    }

    private static ProblemException tooMany(String limit, int size) {
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "as many event streams are open as one may have",
                        Map.of("limit", limit, "atOnce", size))
                .retryAfter(RETRY_SECONDS)
                .asException();
    }

    synchronized void giveBack(AccountId account, Caller caller) {
        all--;
        ofCallers.computeIfPresent(caller.actor(), (_, open) -> open == 1 ? null : open - 1);
        ofAccounts.computeIfPresent(account, (_, open) -> open == 1 ? null : open - 1);
    }
}
