package dev.ponder.reasoner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ponder.reasoner", importOptions = ImportOption.DoNotIncludeTests.class)
class ReasonerArchitectureTest {

    @ArchTest
    static final ArchRule DECISIONS_KNOW_NO_TRANSPORT = noClasses()
            .that()
            .resideInAnyPackage("..answer..", "..steps..", "..path..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "io.smallrye..", "io.quarkus..", "jakarta.enterprise..", "io.grpc..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("dev.ponder.reasoner.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.ponder.router..", "dev.ponder.cache..");
}
