package dev.ponder.local.provision;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./ponder provision}: topics and the reasoners' share group. */
@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = {
            "Lays the topics of an installation and sets up the share group of its reasoners.",
            "What is there already keeps its partitions and settings, so it may be called again, with more tenants or pools.",
            "New topics get as many replicas as the brokers give by default (default.replication.factor).",
            "The principal must be allowed to create topics, and to alter the settings of the group."
        })
public final class ProvisionCommand implements Callable<Integer> {

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Option(
            names = "--tenant",
            paramLabel = "T",
            defaultValue = "default",
            description = "Who may ask; may be repeated (${DEFAULT-VALUE}).")
    private List<TenantId> tenants = List.of(TenantId.DEFAULT);

    @Option(
            names = "--pool",
            paramLabel = "POOL",
            defaultValue = "main",
            description = "Which pools there are; may be repeated (${DEFAULT-VALUE}).")
    private List<String> pools = List.of("main");

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of the topics that have many; work always has one (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            defaultValue = "ponder-reasoner",
            description = "The reasoners' share group, as reasoner.queue.group (${DEFAULT-VALUE}).")
    private String group = "ponder-reasoner";

    @Option(
            names = "--record-lock",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds after which work of a reasoner that fell silent goes to another (${DEFAULT-VALUE}).")
    private long recordLock;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        List<PoolId> named = pools.stream().map(PoolId::new).toList();
        List<TopicSpec> topics = new TopicPlan(tenants, named, partitions).specs();
        try (Admin admin = connect.need(Checkout.current()).admin()) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(topics);
            provisioner.ensureShareGroup(group, Duration.ofSeconds(recordLock));
        }
        screen.line(topics.size() + " topics and the share group " + group + " are there.");
        return 0;
    }
}
