package dev.ponder.cache;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.inject.Produces;

@AnalyzeClasses(packages = "dev.ponder.cache", importOptions = ImportOption.DoNotIncludeTests.class)
class CacheArchitectureTest {

    private static final String[] DECISIONS = {
        "dev.ponder.cache.keys", "dev.ponder.cache.retention", "dev.ponder.cache.learning", "dev.ponder.cache.lookup"
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
                    "io.smallrye.mutiny..",
                    "io.smallrye.reactive..",
                    "io.micrometer..",
                    "io.opentelemetry..",
                    "io.quarkus..",
                    "jakarta.enterprise..",
                    "org.h2..",
                    "dev.ponder.cache.wire..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_KNOWS_ITS_FILE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ponder.cache.storage")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.h2..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("dev.ponder.cache.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ponder.router..", "dev.ponder.reasoner..", "dev.ponder.autoscaler..");

    @ArchTest
    static final ArchRule PARTS_ARE_MADE_IN_WIRING_ALONE = methods()
            .that()
            .areAnnotatedWith(Produces.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("dev.ponder.cache.wiring");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_WIRING = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ponder.cache.wiring")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.ponder.cache.wiring");
}
