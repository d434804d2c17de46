package io.creditledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What docs/operating.md says in its tables. */
final class OperatingGuide {

    static final Path PAGE = Pages.REPOSITORY.resolve("docs/operating.md");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SERIES =
            Pattern.compile("`([a-z][a-z0-9_]*)` \\((counter|gauge|summary|histogram)\\)");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    private OperatingGuide() {}

    /**
     * A meter under its name in Prometheus.
     *
     * @param kind counter, gauge, summary or histogram
     */
    record Meter(String name, String kind, Set<String> labels) {

        /** The series that it has there. */
        Stream<String> series() {
            return switch (kind) {
                case "counter", "gauge" -> Stream.of(name);
                case "summary" -> Stream.of("_count", "_sum", "_max").map(name::concat);
                case "histogram" ->
                    Stream.of("_bucket", "_count", "_sum", "_max").map(name::concat);
                default -> throw new IllegalStateException(kind);
            };
        }

        Set<String> labelsOf(String series) {
            Set<String> all = new HashSet<>(labels);
            all.addAll(LABELS_OF_PROMETHEUS);
            if (series.endsWith("_bucket")) {
                all.add("le");
            }
            return all;
        }
    }

    static String section(String heading) throws IOException {
        String[] parts = Files.readString(PAGE).split("(?m)^## " + Pattern.quote(heading) + "$", 2);
        if (parts.length < 2) {
            throw new IllegalStateException("there is no heading '" + heading + "'");
        }
        return parts[1].split("(?m)^## ", 2)[0];
    }

    /** The cells of the tables in a text, but for their rules. */
    static List<List<String>> rows(String text) {
        return text.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size() - 1))
                .toList();
    }

    /** Everything that some table has in its first column in the type of code: variables, properties, files. */
    static Set<String> documented() throws IOException {
        return rows(Files.readString(PAGE)).stream()
                .flatMap(cells -> CODE.matcher(cells.getFirst()).results())
                .map(code -> code.group(1))
                .collect(Collectors.toSet());
    }

    static List<Meter> meters() throws IOException {
        return rows(section("Metrics")).stream()
                .flatMap(cells -> cells.stream()
                        .flatMap(cell -> SERIES.matcher(cell).results())
                        .map(series -> meter(series, cells.get(1))))
                .toList();
    }

    private static Meter meter(MatchResult series, String tags) {
        Set<String> labels = Arrays.stream(tags.split(", *", -1))
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
        return new Meter(series.group(1), series.group(2), labels);
    }

    /** Each series with the labels that it has. */
    static Map<String, Set<String>> series() throws IOException {
        Map<String, Set<String>> series = new HashMap<>();
        for (Meter meter : meters()) {
            meter.series().forEach(name -> series.put(name, meter.labelsOf(name)));
        }
        return series;
    }
}
