package dev.ponder.reasoner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ponder.reasoner", importOptions = DoNotIncludeTests.class)
final class ReasonerArchitectureTest {

    private static final String[] DECISIONS = {
        "..answer..", "..steps..", "..binding..", "..path..", "..progress..", "..voting..", "..repetition.."
    };

    private static final String[] TRANSPORT = {
        "org.apache.kafka..",
        "io.smallrye.reactive..",
        "io.smallrye.mutiny..",
        "io.quarkus..",
        "jakarta.enterprise..",
        "jakarta.inject..",
        "org.eclipse.microprofile..",
        "org.jboss..",
        "io.grpc.."
    };

    @ArchTest
    static final ArchRule decisionsKnowNoTransportAndNoFramework = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRANSPORT);

    /** The rest of its package looks into topics, which is transport. */
    @ArchTest
    static final ArchRule whetherAnEarlierHolderConcludesKnowsNoTransport = noClasses()
            .that()
            .haveSimpleName("EarlierHolder")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRANSPORT);

    @ArchTest
    static final ArchRule onlyConfigurationIsMapped = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Config")
            .and()
            .resideInAnyPackage(DECISIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye.config..", "jakarta.validation..");

    @ArchTest
    static final ArchRule answersStepsAndRoomAreNotTraced = noClasses()
            .that()
            .resideInAnyPackage("..answer..", "..steps..", "..binding..", "..voting..", "..repetition..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.opentelemetry..", "io.micrometer..");

    @ArchTest
    static final ArchRule onlyTelemetryMeters = noClasses()
            .that()
            .resideInAPackage("..path..")
            .and()
            .doNotHaveSimpleName("PathTelemetry")
            .and()
            .doNotHaveSimpleName("ClassMeters")
            .and()
            .doNotHaveSimpleName("CountedPath")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule onlyTheRimHearsSendsAndIsPutTogether = noClasses()
            .that()
            .resideOutsideOfPackages("..emission..", "..orders..", "..wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye.reactive..", "io.quarkus..", "jakarta.enterprise..", "jakarta.inject..");

    @ArchTest
    static final ArchRule knowsNoOtherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.ponder.router..", "dev.ponder.cache..", "dev.ponder.triton.shard..", "dev.ponder.local..");

    @ArchTest
    static final ArchRule onlyTheWiringKnowsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackage("..wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.ponder.reasoner.wiring..");

    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            slices().matching("dev.ponder.reasoner.(*)..").should().beFreeOfCycles();
}
