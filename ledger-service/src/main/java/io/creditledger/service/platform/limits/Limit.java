package io.creditledger.service.platform.limits;

/**
 * So much in the long run, and so much at once.
 *
 * @param name what it limits, as callers are told
 * @param rate what comes back in a second; 0 for no limit
 * @param burst what there is at most; at least 1 unless there is no limit
 */
record Limit(String name, long rate, long burst) {

    private static final long MAX = 1_000_000_000;

    Limit {
        boolean isRate = rate >= 0 && rate <= MAX;
        if (!isRate || (rate > 0 && (burst < 1 || burst > MAX))) {
            throw new IllegalArgumentException(
                    "the limit " + name + " needs a rate of 0 to " + MAX + " and a burst of 1 to " + MAX);
        }
    }

    boolean isOff() {
        return rate == 0;
    }

    /** In how many seconds so much is back, rounded up. */
    long secondsFor(long units) {
        return (units + rate - 1) / rate;
    }
}
