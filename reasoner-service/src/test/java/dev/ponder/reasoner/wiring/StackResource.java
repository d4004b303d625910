package dev.ponder.reasoner.wiring;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.reasoner.path.Shard;
import dev.ponder.testkafka.TestKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;

/** The shared broker with the topics of the house, and two simulated shards. */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private static final List<Shard> SHARDS = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> start() {
        String bootstrap = TestKafka.shared();
        Path traces = Path.of("target", "traces.jsonl").toAbsolutePath();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicPlan plan = new TopicPlan(List.of(TenantId.DEFAULT), List.of(new PoolId("main")), 1);
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(plan.specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(15));
            SHARDS.add(Shard.start(Duration.ofMillis(3)));
            SHARDS.add(Shard.start(Duration.ofMillis(3)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while laying topics", interrupted);
        } catch (IOException failed) {
            throw new UncheckedIOException("no shard", failed);
        }
        return Map.of(
                "kafka.bootstrap.servers",
                bootstrap,
                "quarkus.http.test-port",
                "0",
                "reasoner.engine.shards",
                SHARDS.get(0).address() + "," + SHARDS.get(1).address(),
                "reasoner.queue.hand-off",
                "1s",
                "ponder.trace.file",
                traces.toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                List.copyOf(SHARDS), new TestInjector.AnnotatedAndMatchesType(Shards.class, List.class));
    }

    @Override
    public void stop() {
        try {
            for (Shard shard : SHARDS) {
                shard.stop();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
