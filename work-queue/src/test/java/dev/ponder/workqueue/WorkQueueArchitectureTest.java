package dev.ponder.workqueue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ponder.workqueue", importOptions = ImportOption.DoNotIncludeTests.class)
final class WorkQueueArchitectureTest {

    private static final String ROOT = "dev.ponder.workqueue";

    @ArchTest
    static final ArchRule PORT_AND_SLOTS_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAnyPackage(ROOT, ROOT + ".slot")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule PORT_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".*..");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching(ROOT + ".(share|group|check)..").should().notDependOnEachOther();
}
