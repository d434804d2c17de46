package io.creditledger.service.platform.limits;

import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * Where somebody stands with a limit after a request.
 *
 * @param isAdmitted whether the request may go on
 * @param left how many more there may be at once
 * @param nanosToWait when a refused one may be tried again
 */
public record Standing(Limit limit, String policy, boolean isAdmitted, long left, long nanosToWait) {

    private static final long NANOS = 1_000_000_000;

    static final Standing UNLIMITED = new Standing(new Limit("none", 0, 0), "", true, 0, 0);

    /** Whether this one ends before the other: less of it is left, by its own measure. */
    boolean isNearerToItsEndThan(Standing other) {
        return !limit.isOff() && (other.limit.isOff() || left * other.limit.burst() < other.left * limit.burst());
    }

    /** Tells the caller. */
    public void tell(HttpServletResponse response) {
        if (!limit.isOff()) {
            response.setHeader(LedgerHeaders.RATE_LIMIT_POLICY, policy);
            response.setHeader(LedgerHeaders.RATE_LIMIT, RateHeaders.standing(limit, Math.max(0, left)));
        }
    }

    /** What a refused request is answered. */
    public Problem problem() {
        long seconds = Math.max(1, (nanosToWait + NANOS - 1) / NANOS);
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "this exceeds what is served at a time; the same request may be sent again later",
                        Map.of("limit", limit.name(), "perSecond", limit.rate(), "atOnce", limit.burst()))
                .retryAfter((int) Math.min(seconds, Integer.MAX_VALUE));
    }
}
