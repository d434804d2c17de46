package io.creditledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The example of another service needs nothing that another service does not have. */
@AnalyzeClasses(packages = "io.creditledger.example")
class ExampleArchitectureTest {

    @ArchTest
    static final ArchRule the_example_knows_the_published_language_and_axon = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.creditledger.example",
                    "io.creditledger.api..",
                    "org.axonframework..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations",
                    "java..");
}
