package dev.ponder.router;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ponder.router", importOptions = DoNotIncludeTests.class)
final class RouterArchitectureTest {

    private static final String[] DECISIONS = {
        "..router.admission..",
        "..router.classification..",
        "..router.planning..",
        "..router.sharing..",
        "..router.settlement.decision..",
        "..router.settlement.liveness.."
    };

    /** A feature's own rim hears records, or puts it together. */
    private static final DescribedPredicate<JavaClass> RIM =
            simpleNameEndingWith("Listener").or(simpleNameEndingWith("Producer"));

    @ArchTest
    static final ArchRule decisionsKnowNoTransport = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .and(not(RIM))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.grpc..",
                    "io.smallrye.mutiny..",
                    "io.smallrye.reactive..",
                    "io.micrometer..",
                    "io.opentelemetry..",
                    "io.quarkus..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "org.jboss..",
                    "dev.ponder.cache.wire..");

    @ArchTest
    static final ArchRule onlyTheirConfigsKnowConfiguration = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .and()
            .haveSimpleNameNotEndingWith("Config")
            .and(not(RIM))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye..", "jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule onlyLookupKnowsTheCachesWire = noClasses()
            .that()
            .resideOutsideOfPackage("..router.lookup..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ponder.cache..", "io.grpc..");

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("dev.ponder.router.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ponder.reasoner..", "dev.ponder.autoscaler..", "dev.ponder.local..");

    @ArchTest
    static final ArchRule nobodyKnowsWiring = noClasses()
            .that()
            .resideOutsideOfPackage("..router.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..router.wiring..");
}
