package dev.ponder.local.provision;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.provision.Differences.Difference;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ponder provision}: lays what an installation needs on Kafka, or says what is not as it should be. */
@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = {
            "Lays the topics of the plan that are missing and sets the reasoners' share group up; what is there"
                    + " already stays as it is. A consumer group needs no setting up.",
            "New topics get as many replicas as the brokers give by default (default.replication.factor).",
            "The principal must be allowed to create topics, and to describe and alter the settings of the group.",
            "Then says what is not as the plan has it. It may run as often as anybody likes.",
            "Exit code 0 where all fits; 1 where something would lose or skip work; 3 where the broker refuses."
        })
public final class ProvisionCommand implements Callable<Integer> {

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String BEGINNING = "share.auto.offset.reset";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Option(names = "--tenant", paramLabel = "T", description = "A tenant; more than once (default).")
    private List<TenantId> tenants = List.of(TenantId.DEFAULT);

    @Option(names = "--pool", paramLabel = "P", defaultValue = "main", description = "A pool; more than once (main).")
    private List<String> pools = List.of();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Of topics that have many (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--settlement-partitions",
            paramLabel = "N",
            description = "Of reasoning.outcomes, .register and .progress, which must stay as they were first laid"
                    + " (as --partitions).")
    private Optional<Integer> settlementPartitions = Optional.empty();

    @Option(
            names = "--work-partitions",
            paramLabel = "N",
            description =
                    "Of work topics, where a consumer group takes it: the most reasoners that can work for one pool and"
                            + " class (as --partitions). A share group has one.")
    private Optional<Integer> workPartitions = Optional.empty();

    @Option(
            names = "--record-lock",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds for which a record that a reasoner took is locked (${DEFAULT-VALUE}).")
    private int recordLock;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            defaultValue = "ponder-reasoner",
            description = "The reasoners' share group, as reasoner.queue.group (${DEFAULT-VALUE}).")
    private String group = "ponder-reasoner";

    @Option(
            names = "--queue",
            paramLabel = "KIND",
            defaultValue = "share-group",
            converter = QueueKind.Converter.class,
            description =
                    "How reasoners take work, as reasoner.queue.adapter: share-group, or consumer-group on brokers"
                            + " before 4.2 (${DEFAULT-VALUE}).")
    private QueueKind queue = QueueKind.SHARE_GROUP;

    @Option(names = "--group-only", description = "Lay no topic: something else does, as Strimzi.")
    private boolean groupOnly;

    @Option(names = "--check", description = "Change nothing.")
    private boolean check;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        TopicPlan plan = new TopicPlan(
                tenants,
                pools.stream().map(PoolId::new).toList(),
                partitions,
                settlementPartitions.orElse(partitions),
                workPartitions());
        try (Admin admin = connect.need(Checkout.current()).admin()) {
            if (!check) {
                lay(new TopicProvisioner(admin), plan);
            }
            return report(groupOnly && !check ? List.of() : plan.specs(), new LaidTopics(admin));
        }
    }

    private int workPartitions() {
        return switch (queue) {
            case SHARE_GROUP -> {
                workPartitions.filter(asked -> asked != 1).ifPresent(asked -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--work-partitions is " + asked
                                    + ", but a share group's work has one partition: leave it out,"
                                    + " or say --queue consumer-group");
                });
                yield 1;
            }
            case CONSUMER_GROUP -> workPartitions.orElse(partitions);
        };
    }

    private void lay(TopicProvisioner provisioner, TopicPlan plan) throws InterruptedException {
        if (!groupOnly) {
            provisioner.ensureTopics(plan.specs());
        }
        switch (queue) {
            case SHARE_GROUP -> provisioner.ensureShareGroup(group, Duration.ofSeconds(recordLock));
            case CONSUMER_GROUP -> {}
        }
    }

    /** What was laid a moment ago may not have come to the broker that answers, so that faults are looked at again for some seconds. */
    private int report(List<TopicSpec> planned, LaidTopics broker) throws InterruptedException {
        List<Difference> found = look(planned, broker);
        for (int look = 1; look < LOOKS && !check && wrong(found) > 0; look++) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            found = look(planned, broker);
        }
        found.forEach(one -> screen.line((one.isFault() ? "WRONG  " : "other  ") + one.sentence()));
        String looked =
                switch (queue) {
                    case SHARE_GROUP -> " and group " + group;
                    case CONSUMER_GROUP -> "";
                };
        screen.line("%d topics%s looked at: %d wrong, %d otherwise than the plan"
                .formatted(planned.size(), looked, wrong(found), found.size() - wrong(found)));
        return wrong(found) == 0 ? 0 : 1;
    }

    private List<Difference> look(List<TopicSpec> planned, LaidTopics broker) throws InterruptedException {
        Map<String, LaidTopic> laid =
                broker.read(planned.stream().map(TopicSpec::name).toList());
        List<Difference> found = new ArrayList<>();
        planned.forEach(one -> found.addAll(Differences.of(one, Optional.ofNullable(laid.get(one.name())), queue)));
        switch (queue) {
            case SHARE_GROUP -> beginning(broker).ifPresent(found::add);
            case CONSUMER_GROUP -> {}
        }
        return found;
    }

    /** Where a share group begins is a setting of the broker's; a consumer group's members say it themselves. */
    private Optional<Difference> beginning(LaidTopics broker) throws InterruptedException {
        String beginning = broker.group(group).getOrDefault(BEGINNING, "latest");
        return beginning.equals("earliest")
                ? Optional.empty()
                : Optional.of(new Difference(
                        true, "group " + group + " begins at " + beginning + ": it would skip the work before it"));
    }

    private static long wrong(List<Difference> found) {
        return found.stream().filter(Difference::isFault).count();
    }
}
