package dev.ponder.it.chain;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * A stack of processes that tests ask: on a Kafka container where tests run on containers, else with a broker process of its own.
 *
 * @param tree who owns the processes
 * @param kafka the Kafka, where it is not a process of the stack's own
 * @param stack the rest, or all
 */
public record StackRun(ProcessTree tree, Optional<TestBroker> kafka, Stack stack) implements AutoCloseable {

    /** Starts everything and returns when all of it serves. */
    public static StackRun start(StackSettings settings) throws LaunchException, InterruptedException {
        return start(settings, TestKafka.contained(), 1);
    }

    /** The same with so many partitions of work, as a consumer group wants them; {@code dir} is for the log of a Kafka in this JVM. */
    public static StackRun wide(StackSettings settings, int workPartitions, Path dir)
            throws IOException, LaunchException, InterruptedException {
        return start(settings, Optional.of(TestKafka.fresh(dir)), workPartitions);
    }

    private static StackRun start(StackSettings settings, Optional<TestBroker> kafka, int workPartitions)
            throws LaunchException, InterruptedException {
        ProcessTree tree = ProcessTree.plant(Ticker.system());
        StackLauncher launcher = new StackLauncher(Checkout.current(), tree, Ticker.system(), _ -> {});
        if (kafka.isPresent()) {
            lay(kafka.orElseThrow().bootstrap(), settings, workPartitions);
        }
        StackSettings there = settings.withExtras(settings.extras().withKafka(kafka.map(TestBroker::bootstrap)));
        return new StackRun(tree, kafka, launcher.start(there));
    }

    private static void lay(String bootstrap, StackSettings settings, int workPartitions) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            int many = settings.partitions();
            provisioner.ensureTopics(
                    new TopicPlan(settings.tenants(), List.of(new PoolId("main")), many, many, workPartitions).specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(30));
        }
    }

    @Override
    public void close() {
        stack.close();
        tree.close();
        kafka.ifPresent(TestBroker::stop);
    }
}
