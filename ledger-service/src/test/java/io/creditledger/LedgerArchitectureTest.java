package io.creditledger;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Autowired;

/** The structure that docs/architecture.md describes. What is not checked here is not claimed there. */
@AnalyzeClasses(packages = "io.creditledger", importOptions = ImportOption.DoNotIncludeTests.class)
class LedgerArchitectureTest {

    private static final String API = "io.creditledger.api..";
    private static final String ACCOUNT = "io.creditledger.service.account";
    private static final String SERVICE = "io.creditledger.service..";
    private static final String PROJECTIONS = "io.creditledger.projections..";

    @ArchTest
    static final ArchRule the_published_language_depends_on_nothing_but_the_jdk_and_annotations = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    API,
                    "java..",
                    "org.jspecify.annotations",
                    "com.fasterxml.jackson.annotation",
                    "org.axonframework.modelling.command",
                    "org.axonframework.serialization");

    @ArchTest
    static final ArchRule the_service_never_sees_a_projection = noClasses()
            .that()
            .resideInAPackage(SERVICE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PROJECTIONS);

    @ArchTest
    static final ArchRule a_projection_never_sees_the_service = noClasses()
            .that()
            .resideInAPackage(PROJECTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVICE);

    @ArchTest
    static final ArchRule no_projection_sees_another = slices().matching("io.creditledger.projections.(*)..")
            .namingSlices("$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(), resideInAPackage("io.creditledger.projections.platform.."));

    @ArchTest
    static final ArchRule no_question_of_the_projections_has_a_public_type = noClasses()
            .that()
            .resideInAPackage(PROJECTIONS)
            .and()
            .resideOutsideOfPackage("io.creditledger.projections.platform..")
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule the_account_sees_no_spring_but_the_stereotype = noClasses()
            .that()
            .resideInAPackage(ACCOUNT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "com.stripe..");

    @ArchTest
    static final ArchRule the_past_is_told_without_sql_and_http = noClasses()
            .that()
            .resideInAnyPackage("io.creditledger.service.audit", "io.creditledger.service.audit.archive")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta..",
                    "org.springframework.jdbc..",
                    "org.springframework.web..",
                    "io.creditledger.service.platform..");

    @ArchTest
    static final ArchRule the_command_line_is_a_client_like_any_other = noClasses()
            .that()
            .resideInAPackage("io.creditledger.service.audit.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta..",
                    "io.creditledger.service.platform..",
                    "io.creditledger.service.audit.http..");

    @ArchTest
    static final ArchRule http_never_sees_an_aggregate = noClasses()
            .that()
            .resideInAnyPackage("io.creditledger.service..http..")
            .should()
            .dependOnClassesThat(simpleName("CreditAccount"));

    @ArchTest
    static final ArchRule only_the_event_store_package_sees_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("io.creditledger.service.platform.eventstore..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EventStorageEngine.class);

    @ArchTest
    static final ArchRule only_the_stripe_adapter_sees_stripe = noClasses()
            .that()
            .resideOutsideOfPackage("io.creditledger.service.purchase.stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule decisions_and_projections_read_no_clock_and_make_no_random_ids = noClasses()
            .that()
            .resideInAnyPackage(ACCOUNT, "io.creditledger.projections.(balance|transactions|lots|websites|payments)")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule credits_are_never_floating_point = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(API, SERVICE)
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule whoever_looks_at_evidence_leaves_a_trace = methods()
            .that(DescribedPredicate.describe("need the scope of audits", LedgerArchitectureTest::needsAudit))
            .should()
            .beAnnotatedWith(LeavesTrace.class);

    private static boolean needsAudit(JavaMethod method) {
        return method.isAnnotatedWith(Needs.class)
                && List.of(method.getAnnotationOfType(Needs.class).value()).contains(Scope.AUDIT);
    }

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule names_say_what_things_are =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base|Common)");

    @ArchTest
    static final ArchRule messages_are_records = classes()
            .that()
            .resideInAnyPackage("io.creditledger.api.account.commands", "io.creditledger.api.account.events")
            .and()
            .areNotInterfaces()
            .and(not(simpleName("package-info")))
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule packages_of_the_service_have_no_cycles =
            slices().matching("io.creditledger.service.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_the_projections_have_no_cycles =
            slices().matching("io.creditledger.projections.(**)").should().beFreeOfCycles();
}
