package dev.ponder.triton.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Decisions are free of transport; only the rim knows gRPC, only one package the native tokeniser. */
@AnalyzeClasses(packages = "dev.ponder.triton.client", importOptions = DoNotIncludeTests.class)
class TritonClientArchitectureTest {

    @ArchTest
    static final ArchRule GRPC_STAYS_AT_THE_RIM = noClasses()
            .that()
            .resideOutsideOfPackage("..client.shard..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.grpc..");

    @ArchTest
    static final ArchRule THE_NATIVE_TOKENISER_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("..token.huggingface..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule THE_PORT_AND_THE_POOL_DO_NOT_KNOW_TRITON = noClasses()
            .that()
            .resideInAnyPackage("..client.generation..", "..client.pool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..triton.wire..", "..client.shard..", "..client.profile..");

    @ArchTest
    static final ArchRule SLICES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.ponder.triton.client.(*)..").should().beFreeOfCycles();
}
