package dev.ponder.triton.shard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Brains and engine decide without transport; each library stays in the package that needs it. */
@AnalyzeClasses(packages = "dev.ponder.triton.shard", importOptions = DoNotIncludeTests.class)
class TritonShardArchitectureTest {

    @ArchTest
    static final ArchRule BRAINS_AND_ENGINE_DECIDE_WITHOUT_TRANSPORT = noClasses()
            .that()
            .resideInAnyPackage("..shard.brain..", "..shard.engine..", "..shard.fault..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.grpc..",
                    "io.netty..",
                    "com.google.protobuf..",
                    "com.sun.net..",
                    "java.net..",
                    "..triton.wire..",
                    "..shard.model..",
                    "..shard.metrics..",
                    "..shard.serve..",
                    "..shard.server..",
                    "..shard.toy..");

    @ArchTest
    static final ArchRule A_BRAIN_DOES_NOT_KNOW_WHEN_ITS_WORDS_COME = noClasses()
            .that()
            .resideInAPackage("..shard.brain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..shard.engine..", "..shard.fault..", "..mechanics.time..");

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_HOLDS_CONNECTIONS = noClasses()
            .that()
            .resideOutsideOfPackage("..shard.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "io.grpc.netty..", "io.grpc.stub..", "com.sun.net..");

    @ArchTest
    static final ArchRule FIGURES_ARE_WRITTEN_WITHOUT_GRPC = noClasses()
            .that()
            .resideInAPackage("..shard.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.grpc..", "..shard.brain..", "..shard.serve..", "..shard.server..");

    @ArchTest
    static final ArchRule THE_ALGEBRA_LIBRARY_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("..brain.symbolic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.matheclipse..", "org.hipparchus..");

    @ArchTest
    static final ArchRule SLICES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.ponder.triton.shard.(*)..").should().beFreeOfCycles();
}
