package io.creditledger.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What a load did.
 *
 * @param succeeded how many operations ended well
 * @param failed how many did not
 * @param seconds how long it went on
 * @param latency of the successful operations, in nanoseconds
 */
record Measured(long succeeded, long failed, double seconds, Histogram latency) {

    double perSecond() {
        return succeeded / seconds;
    }

    double millisAt(double percentile) {
        return millis(latency.getValueAtPercentile(percentile));
    }

    double maxMillis() {
        return millis(latency.getMaxValue());
    }

    static double millis(long nanos) {
        return (double) nanos / TimeUnit.MILLISECONDS.toNanos(1);
    }

    List<Figure> figures(String things) {
        return List.of(
                Figure.whole("perSecond", things, perSecond(), "/s"),
                Figure.count("succeeded", things + " that succeeded", succeeded),
                Figure.count("failed", things + " that failed", failed),
                Figure.fine("p50Millis", "latency p50", millisAt(50), "ms"),
                Figure.fine("p99Millis", "latency p99", millisAt(99), "ms"),
                Figure.fine("maxMillis", "latency max", maxMillis(), "ms"));
    }
}
