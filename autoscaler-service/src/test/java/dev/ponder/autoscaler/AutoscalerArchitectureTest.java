package dev.ponder.autoscaler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.inject.Produces;

@AnalyzeClasses(packages = "dev.ponder.autoscaler", importOptions = ImportOption.DoNotIncludeTests.class)
class AutoscalerArchitectureTest {

    private static final String[] DECISIONS = {
        "dev.ponder.autoscaler.observation",
        "dev.ponder.autoscaler.source",
        "dev.ponder.autoscaler.actuation",
        "dev.ponder.autoscaler.board"
    };

    @ArchTest
    static final ArchRule DECISIONS_KNOW_NO_TRANSPORT = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.grpc..",
                    "io.fabric8..",
                    "java.net.http..",
                    "com.fasterxml.jackson..",
                    "io.micrometer..",
                    "io.opentelemetry..",
                    "io.quarkus..",
                    "jakarta.enterprise..",
                    "dev.ponder.scaler.wire..");

    @ArchTest
    static final ArchRule ONLY_THE_CLUSTER_PACKAGE_KNOWS_KUBERNETES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ponder.autoscaler.cluster")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("dev.ponder.autoscaler.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ponder.router..", "dev.ponder.reasoner..", "dev.ponder.cache..");

    @ArchTest
    static final ArchRule PARTS_ARE_MADE_IN_WIRING_ALONE = methods()
            .that()
            .areAnnotatedWith(Produces.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("dev.ponder.autoscaler.wiring");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_WIRING = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ponder.autoscaler.wiring")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.ponder.autoscaler.wiring");
}
