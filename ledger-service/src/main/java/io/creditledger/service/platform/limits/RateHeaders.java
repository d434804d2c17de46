package io.creditledger.service.platform.limits;

import java.time.Duration;

/** How a caller is told where it stands, in the words of draft-ietf-httpapi-ratelimit-headers. */
final class RateHeaders {

    static final Duration SECOND = Duration.ofSeconds(1);

    private RateHeaders() {}

    /** So many (q) in so many seconds (w): the burst, and how long it takes to come back whole. */
    static String policy(Limit limit) {
        return '"' + limit.name() + "\";q=" + limit.burst() + ";w=" + limit.secondsFor(limit.burst());
    }

    /** So many are left (r), and in so many seconds (t) all are there again. */
    static String standing(Limit limit, long left) {
        return '"' + limit.name() + "\";r=" + left + ";t=" + limit.secondsFor(limit.burst() - left);
    }
}
