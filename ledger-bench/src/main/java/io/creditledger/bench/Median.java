package io.creditledger.bench;

import java.util.List;

/** What one noisy round doesn't move. */
final class Median {

    private Median() {}

    /** The one in the middle, or between the two there; at least one is needed. */
    static double of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
