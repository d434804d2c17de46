package io.creditledger.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files by which the ledger is run in containers and watched there. */
final class Deployment {

    static final Path FOLDER = Pages.REPOSITORY.resolve("deploy");
    static final Path COMPOSE = Pages.REPOSITORY.resolve("docker-compose.yml");
    static final Path IMAGE = FOLDER.resolve("Dockerfile");
    static final Path KUBERNETES = FOLDER.resolve("kubernetes");
    static final Path PROMETHEUS = FOLDER.resolve("prometheus/prometheus.yml");
    static final Path ALARMS = FOLDER.resolve("prometheus/alerts.yml");
    static final Path DASHBOARDS = FOLDER.resolve("grafana/dashboards");
    static final Path PROVISIONING = FOLDER.resolve("grafana/provisioning");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s|m|h)");

    private Deployment() {}

    /**
     * What a service of docker-compose.yml runs as, or a container of a pod.
     *
     * @param settings environment variables that are set for it, with their values
     */
    record Environment(String of, JsonNode settings) {}

    static List<Path> files() throws IOException {
        try (Stream<Path> below = Files.walk(FOLDER)) {
            return Stream.concat(
                            Stream.of(COMPOSE),
                            below.filter(Files::isRegularFile).sorted())
                    .toList();
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The documents of a file in YAML or JSON. */
    static List<JsonNode> documents(Path file) throws IOException {
        if (file.toString().endsWith(".json")) {
            return List.of(MAPPER.readTree(Files.readString(file)));
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(options))
                    .loadAll(reader)
                    .forEach(document -> documents.add(MAPPER.valueToTree(document)));
        }
        return documents;
    }

    static JsonNode document(Path file) throws IOException {
        List<JsonNode> documents = documents(file);
        if (documents.size() != 1) {
            throw new IllegalStateException(file + " has " + documents.size() + " documents");
        }
        return documents.getFirst();
    }

    static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode list) {
        return each(list).stream().map(JsonNode::asString).toList();
    }

    /** What there is of a kind in the folder for Kubernetes. */
    static JsonNode manifest(String kind) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (Path file : files(KUBERNETES)) {
            documents(file).stream()
                    .filter(document -> document.path("kind").asString("").equals(kind))
                    .forEach(found::add);
        }
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of kind " + kind);
        }
        return found.getFirst();
    }

    static JsonNode pod() throws IOException {
        return manifest("Deployment").path("spec").path("template").path("spec");
    }

    static JsonNode services() throws IOException {
        return document(COMPOSE).path("services");
    }

    /** What the ledger's own containers are told; what others understand, their own pages say. */
    static List<Environment> environmentsOfLedger() throws IOException {
        List<Environment> environments = new ArrayList<>();
        for (String service : List.of("ledger-service", "ledger-projections")) {
            environments.add(new Environment(service, services().path(service).path("environment")));
        }
        environments.add(new Environment("ConfigMap", manifest("ConfigMap").path("data")));
        return environments;
    }

    /** A setting of the service, as the file in its jar has it. */
    static JsonNode application(String path) throws IOException {
        Path file = Pages.REPOSITORY.resolve("ledger-service/src/main/resources/application.yaml");
        JsonNode node = document(file);
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    /** Seconds, of how Compose, Spring and Prometheus write times. */
    static double seconds(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no time: '" + time + "'");
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> number / 1_000;
            case "s" -> number;
            case "m" -> number * 60;
            case "h" -> number * 3_600;
            default -> throw new IllegalArgumentException(time);
        };
    }

    /** The lines of the Dockerfile, with those put together that go on in the next. */
    static List<String> instructions() throws IOException {
        return Files.readString(IMAGE)
                .replaceAll("(?m)^#.*\\R", "")
                .replaceAll("\\\\\\R\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    static Optional<String> lastInstruction(String name) throws IOException {
        return instructions().stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .reduce((earlier, later) -> later);
    }
}
