package dev.ponder.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ponder.local", importOptions = ImportOption.DoNotIncludeTests.class)
class LocalArchitectureTest {

    @ArchTest
    static final ArchRule slicesHaveNoCycle =
            slices().matching("dev.ponder.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatPeopleSeeKnowsNoKafka = noClasses()
            .that()
            .resideInAnyPackage("..terminal..", "..trace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..");

    @ArchTest
    static final ArchRule onlyTheScreenWritesToTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackages("..terminal..", "..broker..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
