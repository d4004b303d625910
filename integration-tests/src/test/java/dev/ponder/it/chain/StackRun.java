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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * A stack of processes that tests ask: on a Kafka container where tests run on containers, else with a broker process of its own.
 *
 * @param tree who owns the processes
 * @param container the Kafka, where it is a container
 * @param stack the rest, or all
 */
public record StackRun(ProcessTree tree, Optional<TestBroker> container, Stack stack) implements AutoCloseable {

    /** Starts everything and returns when all of it serves. */
    public static StackRun start(StackSettings settings) throws LaunchException, InterruptedException {
        Optional<TestBroker> container = TestKafka.contained();
        ProcessTree tree = ProcessTree.plant(Ticker.system());
        StackLauncher launcher = new StackLauncher(Checkout.current(), tree, Ticker.system(), _ -> {});
        if (container.isPresent()) {
            lay(container.orElseThrow().bootstrap(), settings);
        }
        StackSettings there = settings.withExtras(settings.extras().withKafka(container.map(TestBroker::bootstrap)));
        return new StackRun(tree, container, launcher.start(there));
    }

    private static void lay(String bootstrap, StackSettings settings) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(
                    new TopicPlan(settings.tenants(), List.of(new PoolId("main")), settings.partitions()).specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(30));
        }
    }

    @Override
    public void close() {
        stack.close();
        tree.close();
        container.ifPresent(TestBroker::stop);
    }
}
