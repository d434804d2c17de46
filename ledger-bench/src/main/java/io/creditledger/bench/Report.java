package io.creditledger.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Prints results: a table for people, or one JSON object a line. */
final class Report {

    private static final int SHOWN_VIOLATIONS = 20;

    private final PrintStream out;
    private final boolean json;
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Report(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    static Report to(PrintStream out, boolean json) {
        return new Report(out, json);
    }

    /** For whoever waits; never on the same stream as the results. */
    static void progress(String line) {
        System.err.println("bench: " + line);
    }

    void print(Benchmark benchmark, List<Figure> figures, List<String> violations) {
        if (json) {
            printJson(benchmark, figures, violations);
        } else {
            printTable(benchmark, figures, violations);
        }
        out.flush();
    }

    private void printJson(Benchmark benchmark, List<Figure> figures, List<String> violations) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("benchmark", benchmark.name());
        line.put("drive", benchmark.drive());
        figures.forEach(figure -> line.put(figure.name(), figure.value()));
        line.put("violations", violations);
        out.println(mapper.writeValueAsString(line));
    }

    private void printTable(Benchmark benchmark, List<Figure> figures, List<String> violations) {
        out.printf("%n%s (%s): %s%n", benchmark.name(), benchmark.drive(), benchmark.question());
        for (Figure figure : figures) {
            out.printf("  %-52s %14s %s%n", figure.label(), grouped(figure.value()), figure.unit());
        }
        if (violations.isEmpty()) {
            out.println("  verified: every acknowledged command once, Total - Used = Current everywhere");
        }
        violations.stream().limit(SHOWN_VIOLATIONS).forEach(violation -> out.println("  VIOLATED: " + violation));
        if (violations.size() > SHOWN_VIOLATIONS) {
            out.printf("  VIOLATED: and %d more%n", violations.size() - SHOWN_VIOLATIONS);
        }
    }

    private static String grouped(BigDecimal value) {
        return ("%,." + value.scale() + "f").formatted(value);
    }
}
