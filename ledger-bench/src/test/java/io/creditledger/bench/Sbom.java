package io.creditledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What something is made of, as CycloneDX tells it. Our own modules are left out. */
record Sbom(List<Component> components) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OURSELVES = "io.creditledger";

    /**
     * Somebody else's work.
     *
     * @param name with the group before it, as in {@code com.stripe:stripe-java}
     * @param licences as SPDX names them, or as they name themselves; in the order that the component gives
     */
    record Component(String name, String version, List<String> licences) implements Comparable<Component> {

        @Override
        public int compareTo(Component other) {
            return name.compareTo(other.name);
        }
    }

    Sbom {
        components = components.stream().sorted().toList();
    }

    /** What the whole repository uses, its tests included. */
    static Sbom ofEverything() throws IOException {
        return read("target/credit-ledger.cdx.json");
    }

    static Sbom ofService() throws IOException {
        return read("ledger-service/target/classes/META-INF/sbom/application.cdx.json");
    }

    static Sbom ofSimulator() throws IOException {
        return read("stripe-simulator/target/classes/META-INF/sbom/application.cdx.json");
    }

    /** What browsers get with the dashboard. */
    static Sbom ofDashboard() throws IOException {
        return read("ledger-dashboard/target/ledger-dashboard.cdx.json");
    }

    /** What the dashboard is built and tested with, too. */
    static Sbom ofDashboardBuild() throws IOException {
        return read("ledger-dashboard/target/ledger-dashboard-build.cdx.json");
    }

    private static Sbom read(String file) throws IOException {
        Path path = Pages.REPOSITORY.resolve(file);
        if (!Files.exists(path)) {
            throw new IllegalStateException("no " + file + ": build from the top, where Maven makes it");
        }
        JsonNode bom = JSON.readTree(Files.readString(path));
        return new Sbom(elements(bom.path("components"))
                .filter(component -> !component.path("group").asString("").equals(OURSELVES))
                .map(Sbom::component)
                .toList());
    }

    private static Component component(JsonNode component) {
        String group = component.path("group").asString("");
        String name = component.path("name").asString("");
        return new Component(
                group.isEmpty() ? name : group + ":" + name,
                component.path("version").asString(""),
                elements(component.path("licenses")).map(Sbom::licence).toList());
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return choice.path("expression")
                .asString(licence.path("id").asString(licence.path("name").asString("")));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    boolean contains(Component component) {
        return components.contains(component);
    }
}
