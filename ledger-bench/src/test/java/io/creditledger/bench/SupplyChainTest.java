package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the ledger is made of, and what it is made with: all of it finished, pinned, and ours to use. */
class SupplyChainTest {

    private static final Path LICENCES = Pages.REPOSITORY.resolve("docs/licences.md");

    private static final Pattern PREVIEW = Pattern.compile(
            "(?<![a-z])(snapshot|alpha|beta|milestone|preview|pre|nightly|dev|eap?|rc|cr|m|a|b)[.\\-_]?\\d*(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PINNED = Pattern.compile("\\$\\{[a-z\\d.-]+\\.version}|\\d[\\w.-]*");

    @Test
    void everyLicenceIsAllowedOrRuledOn() throws IOException {
        assertThat(Sbom.ofEverything().components())
                .hasSizeGreaterThan(100)
                .allMatch(Licences::permit, "may be used under its licences");
        assertThat(Sbom.ofDashboardBuild().components())
                .hasSizeGreaterThan(100)
                .allMatch(Licences::permit, "may be used under its licences");
    }

    @Test
    void nothingIsRuledOnThatIsNotUsed() throws IOException {
        assertThat(Licences.needlessRulings(Sbom.ofEverything(), Sbom.ofDashboardBuild()))
                .isEmpty();
    }

    @Test
    void thePageOfLicencesTellsWhatIsUsed() throws IOException {
        String page = Licences.page(
                Sbom.ofEverything(), Sbom.ofService(), Sbom.ofSimulator(), Sbom.ofDashboard(), Sbom.ofDashboardBuild());
        if (Boolean.getBoolean("licences.write")) {
            Files.writeString(LICENCES, page);
        }
        assertThat(LICENCES).hasContent(page);
    }

    @Test
    void everythingIncludesWhatIsPassedOn() throws IOException {
        assertThat(Sbom.ofEverything().components())
                .containsAll(Sbom.ofService().components())
                .containsAll(Sbom.ofSimulator().components());
    }

    @Test
    void everyComponentIsAFinishedVersion() throws IOException {
        assertThat(Sbom.ofEverything().components()).noneMatch(component -> isPreview(component.version()));
        assertThat(Sbom.ofDashboard().components())
                .hasSizeGreaterThan(10)
                .noneMatch(component -> isPreview(component.version()));
    }

    /** Tools' own tools: the first has had no other release for years, the others are for machines that we do not build on. */
    private static final Set<String> PREVIEWS_OF_TOOLS = Set.of("gensync", "@emnapi/core", "@emnapi/runtime");

    @Test
    void theDashboardIsBuiltWithFinishedVersionsToo() throws IOException {
        assertThat(Sbom.ofDashboardBuild().components().stream()
                        .filter(component -> isPreview(component.version()))
                        .map(Sbom.Component::name)
                        .collect(Collectors.toSet()))
                .isEqualTo(PREVIEWS_OF_TOOLS);
    }

    @Test
    void everyPluginOfTheBuildIsAFinishedVersion() throws IOException {
        assertThat(plugins()).hasSizeGreaterThan(10).noneMatch(SupplyChainTest::isPreview);
    }

    @Test
    void everyVersionInAPomIsOneFinishedVersion() throws Exception {
        for (Path pom : poms()) {
            assertThat(versions(pom))
                    .as(pom.toString())
                    .isNotEmpty()
                    .allMatch(PINNED.asMatchPredicate(), "is pinned")
                    .noneMatch(SupplyChainTest::isPreview);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-SNAPSHOT",
                "2.0.0-alpha.1",
                "1.0-alpha-6",
                "4.0.0-beta-3",
                "6.0.0-M1",
                "4.1.0.RC2",
                "3.0rc1",
                "5.0.0.CR1",
                "1.0b3",
                "2.0.0-preview.4",
                "26-ea+10",
                "1.0.0-dev"
            })
    void previewsAreKnownByTheirNames(String version) {
        assertThat(isPreview(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "33.3.0",
                "33.6.0-jre",
                "2.0.0.RELEASE",
                "3.6.3.Final",
                "1.1.3.1",
                "9999.0-empty-to-avoid-conflict"
            })
    void releasesAreNotTakenForPreviews(String version) {
        assertThat(isPreview(version)).isFalse();
    }

    private static boolean isPreview(String version) {
        return PREVIEW.matcher(version).find();
    }

    private static List<Path> poms() throws IOException {
        try (Stream<Path> modules = Files.list(Pages.REPOSITORY)) {
            return Stream.concat(Stream.of(Pages.REPOSITORY), modules)
                    .map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    /** The versions of the plugins that any module is built with, as Maven resolved them. */
    private static List<String> plugins() throws IOException {
        List<String> versions = new ArrayList<>();
        for (Path pom : poms()) {
            for (String line : Files.readAllLines(pom.resolveSibling("target/plugins"))) {
                if (line.contains(":jar:")) {
                    versions.add(line.substring(line.lastIndexOf(':') + 1).strip());
                }
            }
        }
        return versions;
    }

    private static List<String> versions(Path pom) throws Exception {
        try (InputStream in = Files.newInputStream(pom)) {
            NodeList all = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("*");
            return IntStream.range(0, all.getLength())
                    .mapToObj(index -> (Element) all.item(index))
                    .filter(SupplyChainTest::namesAVersion)
                    .map(Element::getTextContent)
                    .toList();
        }
    }

    /** What Java and what Maven may be used are ranges by intention. */
    private static boolean namesAVersion(Element element) {
        boolean tool = element.getParentNode().getNodeName().matches("require(Java|Maven)Version");
        return !tool
                && (element.getTagName().equals("version")
                        || element.getTagName().endsWith(".version"));
    }
}
