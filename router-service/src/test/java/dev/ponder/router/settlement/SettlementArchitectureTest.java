package dev.ponder.router.settlement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ponder.router.settlement", importOptions = DoNotIncludeTests.class)
final class SettlementArchitectureTest {

    @ArchTest
    static final ArchRule decisionsKnowNoTransport = noClasses()
            .that()
            .resideInAPackage("..settlement.decision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.smallrye..",
                    "io.micrometer..",
                    "io.opentelemetry..",
                    "jakarta.enterprise..",
                    "org.jboss..");

    @ArchTest
    static final ArchRule onlyTheRimKnowsTheFramework = noClasses()
            .that()
            .resideInAnyPackage("..settlement.relay..", "..settlement.register..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "org.eclipse.microprofile..", "io.smallrye..");

    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            slices().matching("dev.ponder.router.settlement.(*)..").should().beFreeOfCycles();
}
