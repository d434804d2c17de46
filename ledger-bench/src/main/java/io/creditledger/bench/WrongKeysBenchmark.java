package io.creditledger.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/**
 * Refusals of wrong keys and tokens, some of which are nearly right. The kinds take turns by chance over one connection, so that
 * whatever else the machine does meets them alike; and each is compared with one that shares nothing with the right one, by Welch's
 * t test, in which beyond 4.5 is no longer chance.
 */
record WrongKeysBenchmark() implements Benchmark {

    private static final int SAMPLES = 20_000;
    private static final int WARM_UP_SAMPLES = 5_000;
    private static final double BEYOND_CHANCE = 4.5;

    // What takes longer than this share of all was held up by something else.
    private static final double KEPT_PERCENTILE = 95;
    private static final int UNAUTHENTICATED = 401;

    /** Without the limit of wrong keys: it would answer before any key is looked at, and so hide what is measured. */
    @Override
    public List<String> properties() {
        return List.of("ledger.limits.failed-rate=0", "ledger.limits.caller-rate=0", "ledger.limits.account-rate=0");
    }

    @Override
    public String name() {
        return "wrong-keys";
    }

    @Override
    public String question() {
        return "whether the time of a refusal tells how wrong a key is";
    }

    @Override
    public String drive() {
        return "one after the other";
    }

    @Override
    public List<Figure> run(Ledger ledger, Acknowledgements acknowledgements, Settings settings) throws Exception {
        int samples = settings.number(Settings.SAMPLES, SAMPLES);
        List<Figure> figures = new ArrayList<>();
        double worst = 0;
        for (Secret right : rightOnes(ledger)) {
            List<Kind> kinds = kinds(right);
            try (HttpConnection connection = ledger.connectHttp()) {
                measure(connection, kinds, WARM_UP_SAMPLES);
                kinds.forEach(Kind::forget);
                measure(connection, kinds, samples);
            }
            for (Kind kind : kinds) {
                double t = kind.welchT(kinds.getFirst());
                worst = Math.max(worst, Math.abs(t));
                figures.addAll(kind.figures(t));
            }
        }
        figures.add(Figure.fine("worstT", "the largest |t|; chance stays below 4.5", worst, ""));
        figures.add(Figure.count("tellsNothing", "the time tells nothing (1 is yes)", worst < BEYOND_CHANCE ? 1 : 0));
        return figures;
    }

    /**
     * A key or token that is accepted.
     *
     * @param end how many letters at its end are wrong in what is nearly right. For a session so many that no two are the same:
     *     what is known of a token, if only that it is wrong, is remembered for two seconds, which would be measured instead
     */
    private record Secret(String name, String text, int end) {}

    private static List<Secret> rightOnes(Ledger ledger) throws Exception {
        ledger.openAccounts(1);
        return List.of(
                new Secret("configured", ledger.apiKey(), 1),
                new Secret("key", ledger.make("/v1/api-keys", "{\"name\":\"bench\",\"role\":\"service\"}", "key"), 1),
                new Secret("session", ledger.make("/v1/accounts/bench:000000/dashboard-sessions", "{}", "token"), 3));
    }

    private static final int LONGER_BY = 8;

    /** Each kind keeps the prefix that says what it is, which is no secret; that of the configured key is its first letters. */
    private static List<Kind> kinds(Secret right) {
        int prefix = 4;
        int secret = right.text().length() - prefix;
        Map<String, int[]> sharedAndLength = new LinkedHashMap<>();
        sharedAndLength.put("nothing", new int[] {0, secret});
        sharedAndLength.put("half", new int[] {secret / 2, secret});
        sharedAndLength.put("all but the end", new int[] {secret - right.end(), secret});
        sharedAndLength.put("half, and is shorter", new int[] {secret / 2, secret * 3 / 4});
        sharedAndLength.put("all, and is longer", new int[] {secret, secret + LONGER_BY});
        List<Kind> kinds = new ArrayList<>();
        sharedAndLength.forEach((shares, numbers) -> kinds.add(new Kind(
                right.name(), shares, right.text(), prefix + numbers[0], prefix + numbers[1], new Histogram(4))));
        return kinds;
    }

    private static void measure(HttpConnection connection, List<Kind> kinds, int samples) throws IOException {
        Random random = new Random();
        List<Kind> turns = new ArrayList<>(kinds);
        for (int i = 0; i < samples; i++) {
            Collections.shuffle(turns, random);
            for (Kind kind : turns) {
                kind.measure(connection, random);
            }
        }
    }

    /** One way of being wrong. */
    private record Kind(String secret, String shares, String right, int shared, int length, Histogram nanos) {

        private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

        /** The same work for every kind: what the client has just done is in the time of what it does next. */
        private String wrongOne(RandomGenerator random) {
            char[] wrong = new char[right.length() + LONGER_BY];
            for (int i = 0; i < wrong.length; i++) {
                wrong[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
            }
            if (shared < right.length() && wrong[shared] == right.charAt(shared)) {
                wrong[shared] = wrong[shared] == 'a' ? 'b' : 'a';
            }
            right.getChars(0, shared, wrong, 0);
            return new String(wrong, 0, length);
        }

        void measure(HttpConnection connection, RandomGenerator random) throws IOException {
            String wrong = wrongOne(random);
            long start = System.nanoTime();
            int status = connection.getWith(wrong, "/v1/accounts/bench:000000").status();
            nanos.recordValue(System.nanoTime() - start);
            if (status != UNAUTHENTICATED) {
                throw new IllegalStateException("a wrong key was answered " + status);
            }
        }

        void forget() {
            nanos.reset();
        }

        /** How far apart the means are, in what chance moves them. */
        double welchT(Kind other) {
            Moments mine = moments();
            Moments others = other.moments();
            return (mine.mean() - others.mean())
                    / Math.sqrt(mine.variance() / mine.count() + others.variance() / others.count());
        }

        private record Moments(double count, double mean, double variance) {}

        private Moments moments() {
            long limit = nanos.getValueAtPercentile(KEPT_PERCENTILE);
            double count = 0;
            double sum = 0;
            double squares = 0;
            for (var step : nanos.recordedValues()) {
                double value = step.getValueIteratedTo();
                if (value <= limit) {
                    count += step.getCountAtValueIteratedTo();
                    sum += value * step.getCountAtValueIteratedTo();
                    squares += value * value * step.getCountAtValueIteratedTo();
                }
            }
            double mean = sum / count;
            return new Moments(count, mean, squares / count - mean * mean);
        }

        List<Figure> figures(double t) {
            String label = secret + " of which it shares " + shares;
            String name = secret + "/" + shares.replaceAll("[^a-z]+", "-");
            return List.of(
                    Figure.fine(name + "/p50Micros", label + ": p50", nanos.getValueAtPercentile(50) / 1e3, "us"),
                    Figure.fine(name + "/p99Micros", label + ": p99", nanos.getValueAtPercentile(99) / 1e3, "us"),
                    Figure.fine(name + "/t", label + ": t", t, ""));
        }
    }
}
