package dev.ponder.router;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** A broker of the test's own with two tenants' topics, and a request topic of nobody's. */
public final class Topology implements QuarkusTestResourceLifecycleManager {

    /** Room for what the tests ask, which nobody works on, and for no more. */
    static final String WINDOW_TOKENS = "400000";

    static final String NOBODY = "reasoning.requests.nobody";

    private @Nullable TestBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            Path dir = Files.createTempDirectory("router-it-");
            broker = TestKafka.fresh(dir);
            lay(broker.bootstrap());
            return Map.of(
                    "kafka.bootstrap.servers",
                    broker.bootstrap(),
                    "ponder.tenants",
                    "default,acme",
                    "router.sharing.window-tokens",
                    WINDOW_TOKENS,
                    "ponder.trace.file",
                    dir.resolve("spans.jsonl").toString(),
                    "quarkus.http.test-port",
                    "0");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void lay(String bootstrap) {
        TopicPlan plan = new TopicPlan(List.of(TenantId.DEFAULT, new TenantId("acme")), List.of(new PoolId("main")), 2);
        TopicSpec nobody = new TopicSpec(NOBODY, 1, Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicProvisioner(admin)
                    .ensureTopics(Stream.concat(plan.specs().stream(), Stream.of(nobody))
                            .toList());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while laying topics", interrupted);
        }
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.stop();
        }
    }
}
