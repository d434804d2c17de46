package io.creditledger.bench;

import java.nio.file.Path;
import java.util.List;

/** Runs benchmarks from the command line. */
public final class Bench {

    private static final int VIOLATED = 1;
    private static final int MISUSED = 2;

    private final Settings settings;
    private final Report report;
    private final Path folder;

    private Bench(Settings settings, Report report, Path folder) {
        this.settings = settings;
        this.report = report;
        this.folder = folder;
    }

    /** Ends with 0, with 1 when the ledger broke a promise under load, with 2 when it was called wrongly. */
    public static void main(String... arguments) throws Exception {
        Settings settings;
        List<Benchmark> benchmarks;
        try {
            settings = Settings.of(arguments);
            benchmarks = chosen(settings);
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.err.println(Settings.usage());
            System.exit(MISUSED);
            return;
        }
        if (settings.help()) {
            System.out.println(Settings.usage());
            return;
        }
        Report report = Report.to(System.out, settings.json());
        // The application's own lines must not get in between the results.
        System.setOut(System.err);
        Path folder = Path.of(System.getProperty("ledger.bench.folder", "target"));
        boolean sound = new Bench(settings, report, folder).run(benchmarks);
        System.exit(sound ? 0 : VIOLATED);
    }

    private static List<Benchmark> chosen(Settings settings) {
        if (settings.benchmarks().isEmpty()) {
            return Benchmark.all();
        }
        return settings.benchmarks().stream().map(Bench::named).toList();
    }

    private static Benchmark named(String name) {
        return Benchmark.all().stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no benchmark " + name));
    }

    private boolean run(List<Benchmark> benchmarks) throws Exception {
        boolean sound = true;
        for (Benchmark benchmark : benchmarks) {
            sound &= run(benchmark);
        }
        return sound;
    }

    private boolean run(Benchmark benchmark) throws Exception {
        Report.progress(benchmark.name() + ": starting a ledger of its own");
        Acknowledgements acknowledgements = new Acknowledgements();
        try (Ledger ledger = Ledger.start(folder, benchmark.properties())) {
            Report.progress(benchmark.name() + ": " + benchmark.question());
            List<Figure> figures = benchmark.run(ledger, acknowledgements, settings);
            Report.progress(benchmark.name() + ": checking every acknowledged command and every balance");
            List<String> violations = new Verification(ledger).violations(acknowledgements);
            report.print(benchmark, figures, violations);
            return violations.isEmpty();
        }
    }
}
