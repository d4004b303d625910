package dev.ponder.autoscaler.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.autoscaler.actuation.Answer;
import dev.ponder.autoscaler.actuation.ScaleView;
import dev.ponder.autoscaler.pool.TargetConfig;
import dev.ponder.autoscaler.source.SeenReplica;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScaleResourceTest {

    private static final String SCALE = """
            {"kind":"Scale","metadata":{"name":"shards","namespace":"llm","resourceVersion":"77"},
             "spec":{"replicas":3},"status":{"replicas":3,"selector":"app=shards,tier in (gpu)"}}
            """;
    private static final String ASLEEP = """
            {"kind":"Scale","metadata":{"resourceVersion":"78"},"spec":{},"status":{"replicas":0,"selector":"app=shards"}}
            """;
    private static final Instant MADE = Instant.parse("2026-11-28T12:00:00Z");

    private FakeApiServer server;
    private KubernetesClient client;
    private ClusterHttp http;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeApiServer.start();
        client = server.client();
        http = new ClusterHttp(client, Duration.ofSeconds(5));
    }

    @AfterEach
    void stopServer() {
        client.close();
        server.close();
    }

    @Test
    void readsHowManyAreAskedFor() throws Exception {
        server.answers(200, SCALE);

        Answer<ScaleView> scale = deployment().read();

        assertThat(scale).isEqualTo(new Answer.Got<>(new ScaleView(3, "app=shards,tier in (gpu)", "77")));
        assertThat(server.asked()).containsExactly("GET /apis/apps/v1/namespaces/llm/deployments/shards/scale");
    }

    @Test
    void readsNoneWhereTheCountIsLeftOut() throws Exception {
        server.answers(200, ASLEEP);

        Answer<ScaleView> scale = deployment().read();

        assertThat(scale).isEqualTo(new Answer.Got<>(new ScaleView(0, "app=shards", "78")));
    }

    @Test
    void writesWithTheVersionThatWasRead() throws Exception {
        server.answers(200, SCALE);
        ScaleResource groups = new ScaleResource(http, target("leaderworkerset.x-k8s.io/v1", "leaderworkersets"));

        Answer<ScaleView> written = groups.write(new ScaleView(2, "", "41"), 5);

        assertThat(written).isInstanceOf(Answer.Got.class);
        assertThat(server.asked().getFirst())
                .startsWith("PUT /apis/leaderworkerset.x-k8s.io/v1/namespaces/llm/leaderworkersets/shards/scale")
                .contains("\"resourceVersion\":\"41\"", "\"replicas\":5", "\"apiVersion\":\"autoscaling/v1\"");
    }

    @Test
    void tellsConflictThrottlingAndFailureApartAndAsksNobodyTwice() throws Exception {
        server.answers(409, "{\"message\":\"modified\"}").throttles("3").answers(500, "{\"message\":\"etcd\"}");
        ScaleResource deployment = deployment();
        ScaleView seen = new ScaleView(2, "", "41");

        List<Answer<ScaleView>> answers =
                List.of(deployment.write(seen, 3), deployment.write(seen, 3), deployment.write(seen, 3));

        assertThat(answers.get(0)).isInstanceOf(Answer.Conflicted.class);
        assertThat(answers.get(1))
                .isInstanceOfSatisfying(
                        Answer.Throttled.class, slow -> assertThat(slow.after()).isEqualTo(Duration.ofSeconds(3)));
        assertThat(answers.get(2)).isInstanceOf(Answer.Failed.class);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void failsAsAValueWhereNobodyListens() throws Exception {
        server.close();

        Answer<ScaleView> scale = deployment().read();

        assertThat(scale).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void readsPodsAsReplicas() throws Exception {
        server.answers(200, SCALE).answers(200, """
                {"items":[
                  {"metadata":{"name":"a","creationTimestamp":"2026-11-28T12:00:00Z"},
                   "status":{"phase":"Running","podIP":"10.0.0.1","conditions":[{"type":"Ready","status":"True"}]}},
                  {"metadata":{"name":"b","creationTimestamp":"2026-11-28T12:00:00Z"},"status":{"phase":"Pending"}},
                  {"metadata":{"name":"c","creationTimestamp":"2026-11-28T12:00:00Z","deletionTimestamp":"2026-11-28T12:01:00Z"},
                   "status":{"phase":"Running","podIP":"10.0.0.3","conditions":[{"type":"Ready","status":"True"}]}},
                  {"metadata":{"name":"d","creationTimestamp":"2026-11-28T12:00:00Z"},"status":{"phase":"Failed"}}]}
                """);

        Reading<List<SeenReplica>> replicas = pods().read();

        assertThat(replicas)
                .isEqualTo(Reading.of(List.of(
                        new SeenReplica("a", Phase.READY, MADE, Optional.of("10.0.0.1")),
                        new SeenReplica("b", Phase.STARTING, MADE, Optional.empty()),
                        new SeenReplica("c", Phase.DRAINING, MADE, Optional.of("10.0.0.3")))));
        assertThat(server.asked().getLast())
                .isEqualTo("GET /api/v1/namespaces/llm/pods?labelSelector=app%3Dshards%2Ctier+in+%28gpu%29");
    }

    @Test
    void isMissingReplicasThatTheServerDoesNotTell() throws Exception {
        server.answers(403, "{\"message\":\"pods is forbidden\"}");

        Reading<List<SeenReplica>> replicas = pods().read();

        assertThat(replicas)
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why()).contains("forbidden"));
    }

    @Test
    void marksPodsAndGoesOnWhereOneIsGone() throws Exception {
        server.answers(404, "{\"message\":\"pods \\\"a\\\" not found\"}").answers(200, "{}");

        pods().mark(Map.of("a", 1, "b", 2));

        assertThat(server.asked())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call)
                        .startsWith("PATCH /api/v1/namespaces/llm/pods/")
                        .contains("controller.kubernetes.io/pod-deletion-cost"));
    }

    private ScaleResource deployment() {
        return new ScaleResource(http, target("apps/v1", "deployments"));
    }

    private PodReplicas pods() {
        return new PodReplicas(http, deployment(), "llm");
    }

    static TargetConfig target(String apiVersion, String resource) {
        return new Target(apiVersion, resource, "llm", "shards", true);
    }
}
