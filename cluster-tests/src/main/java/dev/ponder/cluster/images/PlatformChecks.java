package dev.ponder.cluster.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.site.Shell;
import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Makes the images with their start-up caches and runs the platform of {@code deploy/compose.yaml}. Skipped without a container engine,
 * without Compose, or without a Kafka image that the engine can get ({@code PONDER_KAFKA_IMAGE}).
 */
@Order(3)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class PlatformChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration MAKING = Duration.ofMinutes(9);
    private static final List<String> SERVICES =
            List.of(Catalogue.ROUTER, Catalogue.REASONER, Catalogue.CACHE, Catalogue.AUTOSCALER);
    private static final String KAFKA = "PONDER_KAFKA_IMAGE";

    private final String project = "ponder-check-" + ProcessHandle.current().pid();
    private final Shell shell = new Shell(Checkout.current().root(), Map.of(), MAKING);
    private Compose compose;
    private String bootstrap;

    @BeforeAll
    void start() throws Exception {
        String base = BaseImage.orSkip();
        Optional<String> kafka = Optional.ofNullable(System.getenv(KAFKA)).filter(name -> !name.isBlank());
        Assumptions.assumeTrue(kafka.isPresent(), KAFKA + " names no image of Kafka 4.2 or newer");
        Assumptions.assumeTrue(shell.call(List.of("docker", "version")).ok(), "no container engine answers");
        int port = FreePorts.one();
        bootstrap = "127.0.0.1:" + port;
        Optional<Compose> found = Compose.project(
                Checkout.current().root(),
                project,
                Map.of("PONDER_TAG", project, "KAFKA_IMAGE", kafka.orElseThrow(), "KAFKA_PORT", String.valueOf(port)));
        Assumptions.assumeTrue(found.isPresent(), "neither docker compose nor docker-compose is there");
        compose = found.orElseThrow();
        shell.call(java("images", "--base-image", base, "--tag", project, "--load"))
                .orFail();
        compose.must("up", "--detach");
        for (String service : SERVICES) {
            awaitHealthy(service);
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (compose != null) {
            compose.must("down", "--volumes", "--timeout", "5");
            for (ImagePlan image : Catalogue.all()) {
                compose.docker("rmi", "--force", "ponder/" + image.name() + ":" + project);
            }
        }
    }

    @Test
    @Order(1)
    void answersAQuestionFromOutside() throws Exception {
        String answer = shell.call(java("local", "ask", "--bootstrap", bootstrap, "What is 3/4 + 5/6?"))
                .orFail();

        assertThat(answer).contains("19/12");
    }

    @Test
    @Order(2)
    void startsEachServiceOutOfItsCache() throws Exception {
        for (String service : SERVICES) {
            String mapped = compose.docker(
                    "exec", compose.container(service), "grep", "-c", "/app/startup.aot", "/proc/1/maps");

            assertThat(Integer.parseInt(mapped.strip())).as(service).isPositive();
        }
    }

    @Test
    @Order(3)
    void letsNoServiceWriteItsRootOrRunAsRoot() throws Exception {
        for (String service : SERVICES) {
            String container = compose.container(service);

            assertThat(compose.inspect(container, "{{.HostConfig.ReadonlyRootfs}}"))
                    .as(service)
                    .isEqualTo("true");
            assertThat(compose.inspect(container, "{{.Config.User}}"))
                    .as(service)
                    .isEqualTo("10001:10001");
            assertThat(compose.docker("exec", container, "grep", "CapEff", "/proc/1/status"))
                    .as(service)
                    .contains("0000000000000000");
        }
    }

    @Test
    @Order(4)
    void answersAfterAServiceWasKilled() throws Exception {
        compose.docker("kill", "--signal", "KILL", compose.container("reasoner"));
        compose.docker("start", compose.container("reasoner"));

        String answer = ask("What is 7 * 8 + 1?");

        assertThat(answer).contains("57");
        awaitHealthy("reasoner");
    }

    /** As the chart's jobs run: as another user, on a read-only root, without the network. */
    @Test
    @Order(5)
    void sizesAModelInTheImageOfTheModelsJobs() throws Exception {
        String said = compose.docker(
                "run",
                "--rm",
                "--read-only",
                "--tmpfs=/tmp",
                "--network=none",
                "--user=1000",
                "--cap-drop=ALL",
                "ponder/" + Catalogue.MODELS + ":" + project,
                "sizing",
                "--model=k2-think-32b",
                "--precision=fp8",
                "--gpu=h100-80",
                "--tensor-parallel=2");

        assertThat(said).contains("weights");
    }

    @Test
    @Order(6)
    void stopsCleanly() throws Exception {
        List<String> containers = new ArrayList<>();
        for (String service : SERVICES) {
            containers.add(compose.container(service));
        }

        compose.must("stop");

        for (String container : containers) {
            assertThat(compose.inspect(container, "{{.Name}} {{.State.ExitCode}} {{.State.OOMKilled}}"))
                    .endsWith(" 143 false");
        }
    }

    /** A command of a module that the build has packed. */
    private static List<String> java(String module, String... arguments) throws Exception {
        Checkout checkout = Checkout.current();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dponder.root=" + checkout.root(),
                "-jar",
                checkout.jar(module).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private String ask(String question) throws Exception {
        return compose.must("run", "--rm", "tools", "ask", "--bootstrap", "kafka:19092", question);
    }

    private void awaitHealthy(String service) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(compose.inspect(compose.container(service), "{{.State.Health.Status}}"))
                        .as(service)
                        .isEqualTo("healthy"));
    }
}
