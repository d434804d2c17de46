package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Dashboards and alarms ask for what the ledger measures, and whoever is woken finds out what to do. */
class WatchingFilesTest {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.$])([a-zA-Z_:][\\w:]*)(\\s*\\()?");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    /** Which process, and whether Prometheus reaches it: not measured by the ledger. */
    private static final Map<String, Set<String>> OF_PROMETHEUS = Map.of("up", Set.of("job", "instance"));

    /** Each series with the labels that it has. */
    private static final Map<String, Set<String>> KNOWN = known();

    /** A question to Prometheus, and where it is asked. */
    private record Question(String place, String expression) {
        @Override
        public String toString() {
            return place;
        }
    }

    static Stream<Path> dashboards() throws IOException {
        return Deployment.files(Deployment.DASHBOARDS).stream();
    }

    static Stream<JsonNode> rules() throws IOException {
        return Deployment.document(Deployment.ALARMS)
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    static Stream<JsonNode> alarms() throws IOException {
        return rules().filter(rule -> rule.has("alert"));
    }

    static Stream<Question> questions() throws IOException {
        return Stream.concat(
                questionsOfDashboards(),
                rules().map(rule -> new Question(
                        rule.path("alert").asString(rule.path("record").asString("")),
                        rule.path("expr").asString(""))));
    }

    private static Stream<Question> questionsOfDashboards() throws IOException {
        List<Question> questions = new ArrayList<>();
        for (Path dashboard : dashboards().toList()) {
            for (JsonNode panel : Deployment.document(dashboard).path("panels")) {
                String title = panel.path("title").asString();
                for (JsonNode target : panel.path("targets")) {
                    questions.add(new Question(title, target.path("expr").asString("")));
                }
            }
            for (JsonNode note :
                    Deployment.document(dashboard).path("annotations").path("list")) {
                questions.add(new Question(
                        note.path("name").asString(), note.path("expr").asString("")));
            }
        }
        return questions.stream();
    }

    private static Map<String, Set<String>> known() {
        try {
            Map<String, Set<String>> known = new HashMap<>(OperatingGuide.series());
            known.putAll(OF_PROMETHEUS);
            rules().filter(rule -> rule.has("record"))
                    .forEach(rule -> known.put(rule.path("record").asString(), Set.of()));
            return known;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void asksForWhatIsMeasured(Question question) throws IOException {
        assertThat(question.expression()).isNotBlank();
        assertThat(seriesOf(question.expression())).isNotEmpty().isSubsetOf(KNOWN.keySet());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void tellsApartByTagsThatThereAre(Question question) throws IOException {
        Matcher selector = SELECTOR.matcher(question.expression());
        while (selector.find()) {
            Set<String> labels = LABEL.matcher(TEXT.matcher(selector.group(2)).replaceAll(""))
                    .results()
                    .map(label -> label.group(1))
                    .collect(Collectors.toSet());
            assertThat(labels)
                    .as(selector.group(1))
                    .contains("job")
                    .isSubsetOf(KNOWN.getOrDefault(selector.group(1), Set.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isWellFormed(Question question) {
        String bare = TEXT.matcher(question.expression()).replaceAll("").replaceAll("[^(){}\\[\\]\"]", "");
        String left = "";
        while (!left.equals(bare)) {
            left = bare;
            bare = bare.replace("()", "").replace("{}", "").replace("[]", "");
        }
        assertThat(bare).as("not closed in %s", question.expression()).isEmpty();
    }

    private static Set<String> seriesOf(String expression) {
        String bare = TEXT.matcher(expression).replaceAll("");
        bare = bare.replaceAll("\\{[^}]*}", "");
        bare = RANGE.matcher(bare).replaceAll("");
        bare = GROUPING.matcher(bare).replaceAll("");
        return NAME.matcher(bare)
                .results()
                .filter(name -> name.group(2) == null)
                .map(name -> name.group(1))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelHasItsPlaceAndItsSource(Path file) throws IOException {
        String source = Deployment.document(Deployment.PROVISIONING.resolve("datasources/prometheus.yaml"))
                .path("datasources")
                .path(0)
                .path("uid")
                .asString();
        JsonNode dashboard = Deployment.document(file);
        Set<Integer> ids = new HashSet<>();
        Set<String> squares = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asString("");
            assertThat(title).isNotBlank();
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    String square = (place.path("x").asInt() + x) + ","
                            + (place.path("y").asInt() + y);
                    assertThat(squares.add(square))
                            .as("%s lies on another at %s", title, square)
                            .isTrue();
                }
            }
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
            for (JsonNode target : panel.path("targets")) {
                assertThat(target.path("datasource").path("uid").asString("")).isEqualTo(source);
            }
        }
        assertThat(dashboard.path("uid").asString("")).isNotBlank();
    }

    /** What can only be seen if somebody looks is looked at. */
    @Test
    void everyMeterOfTheLedgerIsOnADashboard() throws IOException {
        Set<String> shown = new HashSet<>();
        questionsOfDashboards().forEach(question -> shown.addAll(seriesOf(question.expression())));
        for (OperatingGuide.Meter meter : OperatingGuide.meters()) {
            if (meter.name().startsWith("ledger_")) {
                assertThat(meter.series()).as(meter.name()).anyMatch(shown::contains);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void anAlarmSaysWhatToDo(JsonNode alarm) throws IOException {
        String name = alarm.path("alert").asString();
        assertThat(alarm.path("annotations").path("summary").asString(""))
                .as(name)
                .isNotBlank();
        assertThat(alarm.path("labels").path("severity").asString("")).as(name).isIn("page", "ticket");
        assertThat(Deployment.seconds(alarm.path("for").asString(""))).as(name).isPositive();

        String[] runbook =
                alarm.path("annotations").path("runbook").asString("").split("#", -1);
        assertThat(runbook).as("%s has a link to a heading", name).hasSize(2);
        assertThat(Pages.headings(Pages.REPOSITORY.resolve(runbook[0])))
                .as(name)
                .contains(runbook[1]);
    }

    @Test
    void everyHeadingOfAnAlarmIsOne() throws IOException {
        Set<String> linked = alarms().map(
                        alarm -> alarm.path("annotations").path("runbook").asString(""))
                .map(runbook -> runbook.substring(runbook.indexOf('#') + 1))
                .collect(Collectors.toSet());
        List<String> headings = OperatingGuide.section("Alarms")
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
                .toList();
        assertThat(headings).hasSizeGreaterThan(10).isSubsetOf(linked);
    }

    /** Without buckets there are no percentiles over several processes. */
    @Test
    void whatIsAHistogramIsPublishedAsOne() throws IOException {
        Set<String> configured = Deployment.application("management.metrics.distribution.slo").propertyNames().stream()
                .map(name -> name.replaceAll("[\\[\\]]", ""))
                .collect(Collectors.toSet());
        assertThat(configured).isNotEmpty();
        Set<String> withBuckets = new HashSet<>(configured);
        withBuckets.addAll(Set.of("ledger.commands", "ledger.stripe.calls"));
        for (OperatingGuide.Meter meter : OperatingGuide.meters()) {
            if (meter.kind().equals("histogram")) {
                assertThat(withBuckets).as(meter.name()).anyMatch(name -> meter.name()
                        .startsWith(name.replace('.', '_')));
            }
        }
        assertThat(configured).allSatisfy(name -> assertThat(OperatingGuide.meters())
                .as(name)
                .anyMatch(meter ->
                        meter.kind().equals("histogram") && meter.name().startsWith(name.replace('.', '_'))));
    }

    @Test
    void prometheusFindsTheLedgerAndItsRules() throws IOException {
        JsonNode prometheus = Deployment.document(Deployment.PROMETHEUS);
        assertThat(Deployment.texts(prometheus.path("rule_files")))
                .containsExactly(Deployment.ALARMS.getFileName().toString());
        JsonNode scrape = prometheus.path("scrape_configs").path(0);
        assertThat(scrape.path("job_name").asString("")).isEqualTo("ledger");
        assertThat(scrape.path("authorization").path("credentials_file").asString(""))
                .isEqualTo("/run/secrets/metrics-key");
        assertThat(scrape.path("authorization").has("credentials")).isFalse();
        assertThat(Deployment.texts(Deployment.services().path("prometheus").path("secrets")))
                .contains("metrics-key");
        String[] target = scrape.path("static_configs")
                .path(0)
                .path("targets")
                .path(0)
                .asString("")
                .split(":", 2);
        assertThat(Deployment.services().propertyNames()).contains(target[0]);
        assertThat(Deployment.texts(Deployment.services().path(target[0]).path("ports")))
                .anyMatch(port -> port.endsWith(":" + target[1]));
    }

    @Test
    void grafanaFindsPrometheusAndTheDashboards() throws IOException {
        String provider = Deployment.document(Deployment.PROVISIONING.resolve("dashboards/ledger.yaml"))
                .path("providers")
                .path(0)
                .path("options")
                .path("path")
                .asString("");
        assertThat(Deployment.texts(Deployment.services().path("grafana").path("volumes")))
                .contains("./deploy/grafana/dashboards:" + provider + ":ro");
        String url = Deployment.document(Deployment.PROVISIONING.resolve("datasources/prometheus.yaml"))
                .path("datasources")
                .path(0)
                .path("url")
                .asString("");
        assertThat(url).isEqualTo("http://prometheus:9090");
        assertThat(Deployment.texts(Deployment.services().path("prometheus").path("ports")))
                .anyMatch(port -> port.endsWith(":9090"));
    }
}
