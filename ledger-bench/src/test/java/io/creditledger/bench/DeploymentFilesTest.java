package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files that run the ledger in containers say what the service does, and leave nothing open. */
class DeploymentFilesTest {

    private static final String PROPERTIES_OF_SECRETS = "ledger\\.[a-z.-]*(?:password|key|keys|secrets)";
    private static final Pattern PINNED = Pattern.compile("[a-z][a-z0-9./-]*:v?\\d+\\.\\d+[\\w.-]*");
    private static final Pattern NOT_ROOT = Pattern.compile("[1-9]\\d*:\\d+");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|KEY|TOKEN|CREDENTIAL)S?");
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("://[^/\\s:]+:[^@\\s]+@|password=[^\\s&]");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([^}]*)}");

    /** How much of the end may be waited for: the requests, and after them everything else. */
    private static final int PHASES_THAT_WAIT = 2;

    static Stream<Path> structured() throws IOException {
        return Deployment.files().stream().filter(file -> file.toString().matches(".*\\.(ya?ml|json)"));
    }

    static Stream<Path> files() throws IOException {
        return Deployment.files().stream();
    }

    static Stream<String> services() throws IOException {
        return Deployment.services().propertyNames().stream();
    }

    static Stream<Deployment.Environment> environments() throws IOException {
        return Deployment.environmentsOfLedger().stream();
    }

    @ParameterizedTest
    @MethodSource("structured")
    void canBeRead(Path file) {
        assertThatCode(() -> assertThat(Deployment.documents(file)).isNotEmpty())
                .as(file.toString())
                .doesNotThrowAnyException();
    }

    /** By the schema of its specification. */
    @Test
    void composeCanReadItsFile() throws IOException {
        JsonNode file = Deployment.document(Deployment.COMPOSE);
        assertThat(Compose.complaints(file)).isEmpty();
    }

    /** So that the schema is known to complain. */
    @Test
    void composeCanNotReadWhatItDoesNotKnow() throws IOException {
        JsonNode file = Deployment.document(Deployment.COMPOSE);
        ObjectNode service = (ObjectNode) file.path("services").path("ledger-service");
        service.put("memory_limit", "2g");
        service.put("tmpfs", 3);

        assertThat(Compose.complaints(file))
                .anyMatch(complaint -> complaint.contains("memory_limit"))
                .anyMatch(complaint -> complaint.contains("tmpfs"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsNoSecret(Path file) throws IOException {
        Findings findings = new Findings(List.of());
        findings.lookThrough(file);
        assertThat(findings.found()).isEmpty();
        assertThat(Files.readString(file))
                .doesNotContainPattern(PASSWORD_IN_ADDRESS)
                .doesNotContainPattern("(?m)^kind: Secret$")
                .doesNotContainPattern("(?m)(?<![A-Za-z-])latest(?![A-Za-z-])");
    }

    @Test
    void noVariableHoldsASecret() throws IOException {
        List<Deployment.Environment> all = new ArrayList<>(Deployment.environmentsOfLedger());
        Deployment.services()
                .properties()
                .forEach(service -> all.add(new Deployment.Environment(
                        service.getKey(), service.getValue().path("environment"))));
        assertThat(Deployment.each(Deployment.pod().path("containers")))
                .as("the map has all variables, and nothing is named one by one")
                .noneMatch(container -> container.has("env"));
        for (Deployment.Environment environment : all) {
            assertThat(environment.settings().propertyNames())
                    .as("secrets of %s are files", environment.of())
                    .noneMatch(name -> SECRET_NAME.matcher(name).matches());
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everySettingIsDocumented(Deployment.Environment environment) throws IOException {
        assertThat(environment.settings().propertyNames())
                .as(environment.of())
                .isNotEmpty()
                .isSubsetOf(OperatingGuide.documented());
    }

    @Test
    void everyVariableThatIsAskedForIsDocumentedAndRequired() throws IOException {
        List<MatchResult> variables =
                VARIABLE.matcher(Files.readString(Deployment.COMPOSE)).results().toList();
        assertThat(variables).isNotEmpty();
        assertThat(variables.stream().map(variable -> variable.group(1))).isSubsetOf(OperatingGuide.documented());
        assertThat(variables.stream().map(variable -> variable.group(2)))
                .as("without it nothing starts, and it is said why")
                .allMatch(rest -> rest.matches(":\\?.*\\S.*"));
    }

    @Test
    void everyFileOfSecretsIsDocumented() throws IOException {
        JsonNode secrets = Deployment.document(Deployment.COMPOSE).path("secrets");
        assertThat(secrets.properties()).isNotEmpty().allSatisfy(secret -> {
            String file = secret.getValue().path("file").asString("");
            assertThat(file).startsWith("${LEDGER_SECRETS:?");
            assertThat(OperatingGuide.documented()).contains(file.substring(file.indexOf("}/") + 2));
        });
        for (String service : services().toList()) {
            assertThat(secrets.propertyNames())
                    .as("secrets of %s", service)
                    .containsAll(
                            Deployment.texts(Deployment.services().path(service).path("secrets")));
        }
    }

    /** What the folder of secrets is said to hold are properties that the service knows. */
    @Test
    void filesOfSecretsAreNamedAsPropertiesOfTheService() throws IOException {
        Set<String> told = OperatingGuide.rows(OperatingGuide.section("In containers")).stream()
                .map(List::getFirst)
                .filter(cell -> cell.startsWith("`ledger/"))
                .flatMap(cell ->
                        Stream.of(cell.replace("`ledger/", "").replace("`", "").split(", ", -1)))
                .collect(Collectors.toSet());
        assertThat(told).hasSizeGreaterThan(3).allMatch(name -> name.matches(PROPERTIES_OF_SECRETS));
        String known = Files.readString(Pages.REPOSITORY.resolve(
                "ledger-service/src/main/java/io/creditledger/service" + "/platform/logging/SecretsAreMasked.java"));
        for (String name : told) {
            boolean isPublic = name.equals("ledger.stripe.publishable-key");
            assertThat(isPublic || known.contains("\"" + name + "\""))
                    .as("%s is masked in the log", name)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsClosed(String name) throws IOException {
        JsonNode service = Deployment.services().path(name);
        assertThat(service.path("read_only").asBoolean(false)).as("read_only").isTrue();
        assertThat(service.path("user").asString("")).as("user").matches(NOT_ROOT);
        assertThat(Deployment.texts(service.path("cap_drop"))).as("cap_drop").containsExactly("ALL");
        assertThat(Deployment.texts(service.path("security_opt")))
                .as("security_opt")
                .contains("no-new-privileges:true");
        assertThat(service.has("privileged") || service.has("cap_add")).isFalse();
        assertThat(Deployment.texts(service.path("ports")))
                .as("ports")
                .allMatch(port -> port.startsWith("127.0.0.1:"), "are of this machine alone");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceHasItsBounds(String name) throws IOException {
        JsonNode service = Deployment.services().path(name);
        assertThat(service.path("image").asString("")).matches(PINNED);
        assertThat(service.path("mem_limit").asString("")).as("mem_limit").matches("\\d+[mg]");
        assertThat(service.path("cpus").asDouble(0)).as("cpus").isPositive();
        assertThat(service.path("pids_limit").asInt(0)).as("pids_limit").isPositive();
        assertThat(service.path("logging").path("options").propertyNames()).contains("max-size", "max-file");
        assertThat(Deployment.texts(service.path("tmpfs")))
                .isNotEmpty()
                .allMatch(tmpfs -> tmpfs.contains("size="), "has an end");
        assertThat(Deployment.texts(service.path("profiles"))).containsAnyOf("everything", "axon-server");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsLookedAfter(String name) throws IOException {
        JsonNode service = Deployment.services().path(name);
        assertThat(Deployment.texts(service.path("healthcheck").path("test")))
                .as("health check")
                .hasSizeGreaterThan(1)
                .startsWith("CMD");
        assertThat(Deployment.seconds(
                        service.path("healthcheck").path("timeout").asString("")))
                .isPositive();
        assertThat(Deployment.seconds(service.path("stop_grace_period").asString("")))
                .isGreaterThanOrEqualTo(30);
    }

    @Test
    void developersGetPostgresAlone() throws IOException {
        assertThat(services().filter(name -> {
                    try {
                        return Deployment.texts(Deployment.services().path(name).path("profiles"))
                                .contains("postgres");
                    } catch (IOException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                }))
                .containsExactly("postgres");
    }

    @Test
    void axonServerIsStartedOnlyWhenItIsAskedFor() throws IOException {
        assertThat(Deployment.texts(Deployment.services().path("axon-server").path("profiles")))
                .containsExactly("axon-server");
    }

    @Test
    void whatIsMountedIsThere() throws IOException {
        for (JsonNode service : Deployment.services()) {
            assertThat(Deployment.each(service.path("volumes")).stream()
                            .filter(JsonNode::isString)
                            .map(JsonNode::asString)
                            .filter(volume -> volume.startsWith("./")))
                    .allMatch(volume -> volume.endsWith(":ro"), "can only be read")
                    .allMatch(
                            volume -> Files.exists(Pages.REPOSITORY
                                    .resolve(volume.split(":", 2)[0])
                                    .normalize()),
                            "exists");
        }
    }

    /** Whatever a ledger does is done by one of them, and Prometheus looks at each. */
    @Test
    void theProcessesDoAllOfItTogether() throws IOException {
        JsonNode services = Deployment.services();
        JsonNode service = services.path("ledger-service");
        JsonNode projections = services.path("ledger-projections");

        assertThat(service.path("environment").path("LEDGER_ROLES").asString()).isEqualTo("http,commands,automation");
        assertThat(projections.path("environment").path("LEDGER_ROLES").asString())
                .isEqualTo("projections");
        assertThat(projections.path("image")).isEqualTo(service.path("image"));
        assertThat(Files.readString(Deployment.PROMETHEUS)).contains("ledger-service:8080", "ledger-projections:8080");
    }

    @Test
    void nobodyIsStoppedBeforeItsEnd() throws IOException {
        double end = PHASES_THAT_WAIT
                * Deployment.seconds(Deployment.application("spring.lifecycle.timeout-per-shutdown-phase")
                        .asString());
        assertThat(Deployment.seconds(Deployment.services()
                        .path("ledger-service")
                        .path("stop_grace_period")
                        .asString()))
                .isGreaterThan(end);

        double drain = Deployment.seconds(Deployment.manifest("ConfigMap")
                .path("data")
                .path("LEDGER_DRAIN_TIME")
                .asString());
        assertThat(drain).isPositive();
        assertThat(Deployment.pod().path("terminationGracePeriodSeconds").asDouble(0))
                .isGreaterThan(drain + end);
    }

    @Test
    void thePodIsClosed() throws IOException {
        JsonNode pod = Deployment.pod();
        JsonNode security = pod.path("securityContext");
        assertThat(security.path("runAsNonRoot").asBoolean(false)).isTrue();
        assertThat(security.path("runAsUser").asInt(0)).isPositive();
        assertThat(security.path("seccompProfile").path("type").asString("")).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                .isFalse();
        for (JsonNode container : Deployment.each(pod.path("containers"))) {
            JsonNode own = container.path("securityContext");
            assertThat(own.path("readOnlyRootFilesystem").asBoolean(false)).isTrue();
            assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(Deployment.texts(own.path("capabilities").path("drop"))).containsExactly("ALL");
            assertThat(own.has("runAsUser") || own.has("privileged")).isFalse();
            assertThat(container.path("image").asString("")).matches(PINNED);
            assertThat(container.path("resources").path("limits").propertyNames())
                    .contains("cpu", "memory");
            assertThat(container.path("resources").path("requests").propertyNames())
                    .contains("cpu", "memory");
        }
        assertThat(Deployment.each(pod.path("volumes")))
                .noneMatch(volume -> volume.has("hostPath"))
                .allMatch(volume ->
                        !volume.has("emptyDir") || volume.path("emptyDir").has("sizeLimit"));
    }

    @Test
    void probesAskForWhatTheServiceHas() throws IOException {
        JsonNode container = Deployment.pod().path("containers").path(0);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode request = container.path(probe).path("httpGet");
            assertThat(request.path("path").asString("")).as(probe).isIn(pathsOfService());
            assertThat(request.path("port").asString(""))
                    .isEqualTo(container.path("ports").path(0).path("name").asString());
        }
        assertThat(container.path("livenessProbe").path("httpGet").path("path").asString())
                .endsWith("/liveness");
        assertThat(container.path("readinessProbe").path("httpGet").path("path").asString())
                .endsWith("/readiness");
        assertThat(pathIn(Deployment.FOLDER.resolve("healthcheck"))).isIn(pathsOfService());
        assertThat(Deployment.document(Deployment.PROMETHEUS)
                        .path("scrape_configs")
                        .path(0)
                        .path("metrics_path")
                        .asString(""))
                .isIn(pathsOfService());
    }

    private static Set<String> pathsOfService() throws IOException {
        Stream<String> endpoints = Stream.of(Deployment.application("management.endpoints.web.exposure.include")
                .asString()
                .split(", *", -1));
        boolean probes = Deployment.application("management.endpoint.health.probes.enabled")
                .asBoolean(false);
        Stream<String> groups = probes ? Stream.of("health/liveness", "health/readiness") : Stream.empty();
        return Stream.concat(endpoints, groups).map("/actuator/"::concat).collect(Collectors.toSet());
    }

    private static String pathIn(Path script) throws IOException {
        String text = Files.readString(script);
        return text.substring(text.indexOf("GET ") + 4, text.indexOf(" HTTP/"));
    }

    @Test
    void everyManifestIsUsedAndMeantForTheSamePods() throws IOException {
        JsonNode kustomization = Deployment.manifest("Kustomization");
        assertThat(Deployment.files(Deployment.KUBERNETES).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("kustomization.yaml")))
                .containsExactlyInAnyOrderElementsOf(Deployment.texts(kustomization.path("resources")));

        JsonNode deployment = Deployment.manifest("Deployment").path("spec");
        JsonNode labels = deployment.path("template").path("metadata").path("labels");
        assertThat(labels.propertyNames()).isNotEmpty();
        assertThat(List.of(
                        deployment.path("selector").path("matchLabels"),
                        Deployment.manifest("Service").path("spec").path("selector"),
                        Deployment.manifest("PodDisruptionBudget")
                                .path("spec")
                                .path("selector")
                                .path("matchLabels"),
                        Deployment.manifest("NetworkPolicy")
                                .path("spec")
                                .path("podSelector")
                                .path("matchLabels")))
                .allMatch(labels::equals, "selects " + labels);
        assertThat(Deployment.texts(
                        Deployment.manifest("NetworkPolicy").path("spec").path("policyTypes")))
                .containsExactlyInAnyOrder("Ingress", "Egress");
    }

    @Test
    void theImageIsNotRootAndPinned() throws IOException {
        assertThat(Deployment.instructions().stream()
                        .filter(line -> line.startsWith("FROM "))
                        .map(line -> line.split(" ", 3)[1]))
                .isNotEmpty()
                .allMatch(PINNED.asMatchPredicate(), "is pinned")
                .allMatch(
                        image -> image.startsWith("eclipse-temurin:" + release() + "."), "is of the Java of the build");
        assertThat(Deployment.lastInstruction("USER").orElse("")).matches(NOT_ROOT);
        assertThat(Deployment.lastInstruction("HEALTHCHECK").orElse("")).contains("CMD [\"/ledger/healthcheck\"]");
        assertThat(Deployment.services()
                        .path("ledger-service")
                        .path("healthcheck")
                        .path("test")
                        .path(1)
                        .asString(""))
                .isEqualTo("/ledger/healthcheck");
        assertThat(Files.isExecutable(Deployment.FOLDER.resolve("healthcheck"))).isTrue();
        assertThat(Deployment.instructions())
                .as("what is fetched while the image is made is of no known version")
                .noneMatch(line ->
                        line.matches("(ADD .*|RUN .*\\b(apt|apt-get|apk|dnf|microdnf|yum|curl|wget|pip|npm)\\b.*)"));
    }

    /** The options of the script, which are those that everything is tested with. */
    @Test
    void theImageStartsJavaAsTheScriptDoes() throws IOException {
        String script = Files.readString(Pages.REPOSITORY.resolve("ledger"));
        String given = script.substring(script.indexOf("\nservice_options() {"), script.indexOf("\nrun() {"));
        List<String> options = Pattern.compile("(?m)^ +(-\\S+)( \\\\)?$")
                .matcher(given)
                .results()
                .map(option -> option.group(1))
                .toList();
        assertThat(options).hasSizeGreaterThanOrEqualTo(3);
        String start = Deployment.lastInstruction("ENTRYPOINT").orElse("");
        assertThat(options).allSatisfy(option -> assertThat(start).contains("\"" + option + "\""));
        assertThat(start).contains("-XX:MaxRAMPercentage=").doesNotContain("-Xmx");
    }

    private static String release() {
        try {
            String script = Files.readString(Pages.REPOSITORY.resolve("ledger"));
            return Pattern.compile("java_release=(\\d+)")
                    .matcher(script)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void theImageIsOfThisVersion() throws IOException {
        String version = Pattern.compile("<artifactId>credit-ledger</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Pages.REPOSITORY.resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Map<String, String> images = Map.of(
                "compose",
                        Deployment.services()
                                .path("ledger-service")
                                .path("image")
                                .asString(""),
                "Kubernetes",
                        Deployment.pod()
                                .path("containers")
                                .path(0)
                                .path("image")
                                .asString(""));
        assertThat(images).allSatisfy((_, image) -> assertThat(image).isEqualTo("credit-ledger:" + version));
    }

    /** Whatever else lies in the repository, secrets of a developer included, does not get into the image. */
    @Test
    void theImageSeesTwoFilesAlone() throws IOException {
        List<String> lines = Files.readAllLines(Deployment.FOLDER.resolve("Dockerfile.dockerignore")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines)
                .startsWith("*")
                .containsExactlyInAnyOrder(
                        "*", "!ledger-service/target/ledger-service-*-exec.jar", "!deploy/healthcheck");
    }
}
