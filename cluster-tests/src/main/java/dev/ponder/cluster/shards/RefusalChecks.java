package dev.ponder.cluster.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart of model serving refuses, and that it says why. */
@OnCluster
@Order(3)
final class RefusalChecks {

    private final ShardsChart chart;

    RefusalChecks(Site site) {
        this.chart = new ShardsChart(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge", "mixed", "distributed"})
    void lints(String profile) {
        assertThat(chart.lint(profile).orFail()).contains("0 chart(s) failed");
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        assertThat(chart.template("mixed", "--set", "server.colour=red").refusal())
                .contains("additional properties 'colour' not allowed");
    }

    @Test
    void refusesRanksThatAreNotTheGpus() {
        assertThat(chart.template("distributed", "--set", "tensorParallel=4").refusal())
                .contains("tensorParallel 4 x pipelineParallel 4 is 16 ranks, but nodes 4 x gpu.perNode 2 is 8 GPUs");
    }

    @Test
    void refusesAModelOverNodesAsADeployment() {
        assertThat(chart.template("distributed", "--set", "workload=Deployment").refusal())
                .contains("set workload: LeaderWorkerSet");
    }

    @Test
    void refusesAGroupWithoutKeys() {
        assertThat(chart.template("distributed", "--set", "ssh.secret=").refusal())
                .contains("ssh.secret is empty");
    }

    @Test
    void refusesInt8ForAServerThatHasNone() {
        assertThat(chart.template(
                                "edge",
                                "--set",
                                "model.engine=tensorrt_llm",
                                "--set",
                                "gpu.perNode=1",
                                "--set",
                                "model.precision=int8-weight-only")
                        .refusal())
                .contains("set model.profile: ifb");
    }

    @Test
    void refusesAGpuForTheProcessorsEngine() {
        assertThat(chart.template("edge", "--set", "gpu.perNode=1").refusal()).contains("gpu.perNode: 0");
    }

    @Test
    void refusesAnEdgeWhoseMemoryNobodyNames() {
        assertThat(chart.template("edge", "--set", "server.resources.limits.memory=null")
                        .refusal())
                .contains("server.resources.limits.memory is not set");
    }

    /** Weights and cache of the edge lie in the memory of its container: nothing is brought that has no room there. */
    @Test
    void asksFirstWhetherTheEdgeHasRoomInItsMemory() {
        assertThat(chart.template("edge").orFail())
                .contains("name: fits", "- --model=qwen2.5-1.5b", "- --host-memory=10Gi");
    }

    @Test
    void refusesWeightsThatNobodyCalibrates() {
        assertThat(chart.template("mixed", "--set", "calibration.claim=").refusal())
                .contains("calibration.claim");
    }

    @Test
    void refusesAHubWithoutAnAddress() {
        assertThat(chart.template("edge", "--set", "source.endpoint=").refusal())
                .contains("source.endpoint is empty");
    }

    @Test
    void takesTlsOnlyWithASecret() {
        assertThat(chart.template("edge", "--set", "tls.enabled=true").refusal())
                .contains("tls.secret is empty");
        assertThat(chart.template("edge", "--set", "tls.enabled=true", "--set", "tls.secret=shards-tls")
                        .orFail())
                .contains("'--grpc-use-ssl=true'", "'--grpc-use-ssl-mutual=true'", "secretName: shards-tls");
    }

    /** Kubernetes before 1.33 takes no pause of none. */
    @Test
    void refusesAPauseOfNoSeconds() {
        assertThat(chart.template("edge", "--set", "server.preStopSeconds=0").refusal())
                .contains("/server/preStopSeconds': minimum: got 0, want 1");
    }

    @Test
    void takesImagesByDigest() {
        String digest = "sha256:" + "0".repeat(64);

        assertThat(chart.template("edge", "--set", "server.image.digest=" + digest)
                        .orFail())
                .contains("image: ponder/triton-cpu@" + digest);
        assertThat(chart.template("edge", "--set", "server.image.digest=sha256:1")
                        .refusal())
                .contains("/server/image/digest");
    }

    @Test
    void namesTheTokenOfAHubByItsSecretAlone() {
        assertThat(chart.template("edge", "--set", "source.token.secret=hub").orFail())
                .contains("--token-file=/etc/shards-token/token", "secretName: hub");
    }

    @Test
    void servesAnEngineByOneServerARank() {
        String objects = chart.template(
                        "mixed",
                        "--set",
                        "model.mix=null",
                        "--set",
                        "model.profile=ifb",
                        "--set",
                        "model.precision=int8-weight-only",
                        "--set",
                        "model.kv=int8",
                        "--set",
                        "tensorParallel=2",
                        "--set",
                        "gpu.perNode=2")
                .orFail();

        assertThat(objects).contains("exec mpirun \"${ranks[@]}\"", "--load-model=tensorrt_llm", "--profile=ifb");
    }
}
