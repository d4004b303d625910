package dev.ponder.local.launch;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.id.TenantId;
import java.nio.file.Path;
import java.util.List;

/**
 * What a stack on this machine shall be like.
 *
 * @param partitions of the topics that have many
 * @param shards how many simulated shards
 * @param routers how many router processes
 * @param reasoners how many reasoner processes
 * @param tenants who may ask
 * @param answers recorded answers for the shards to give, beside those of our sample; the rest they work out or say that they can't
 * @param brokerPort where the broker serves, 0 for any free port
 * @param recordStartup whether programs without a start-up cache shall record one
 * @param extras what single programs are told besides
 */
public record StackSettings(
        int partitions,
        int shards,
        int routers,
        int reasoners,
        List<TenantId> tenants,
        List<Path> answers,
        int brokerPort,
        boolean recordStartup,
        StackExtras extras) {

    /** Eight partitions, two shards, one router, one reasoner, the default tenant, any port. */
    public static final StackSettings DEFAULT =
            new StackSettings(8, 2, 1, 1, List.of(TenantId.DEFAULT), List.of(), 0, false, StackExtras.NONE);

    public StackSettings {
        tenants = List.copyOf(tenants);
        answers = List.copyOf(answers);
        requireNonNull(extras, "extras is null");
        if (Math.min(partitions, shards) < 1 || Math.min(routers, reasoners) < 1) {
            throw new IllegalArgumentException("partitions, shards, routers or reasoners is below 1: " + partitions
                    + ", " + shards + ", " + routers + ", " + reasoners);
        }
    }

    /** The same with these recorded answers. */
    public StackSettings withAnswers(List<Path> files) {
        return new StackSettings(
                partitions, shards, routers, reasoners, tenants, files, brokerPort, recordStartup, extras);
    }

    /** The same on this port. */
    public StackSettings withBrokerPort(int port) {
        return new StackSettings(partitions, shards, routers, reasoners, tenants, answers, port, recordStartup, extras);
    }

    /** The same, recording start-up caches where there are none. */
    public StackSettings recordingStartup() {
        return new StackSettings(partitions, shards, routers, reasoners, tenants, answers, brokerPort, true, extras);
    }

    /** The same with so many reasoner processes. */
    public StackSettings withReasoners(int count) {
        return new StackSettings(
                partitions, shards, routers, count, tenants, answers, brokerPort, recordStartup, extras);
    }

    /** The same with so many router processes. */
    public StackSettings withRouters(int count) {
        return new StackSettings(
                partitions, shards, count, reasoners, tenants, answers, brokerPort, recordStartup, extras);
    }

    /** The same with these tenants. */
    public StackSettings withTenants(List<TenantId> who) {
        return new StackSettings(
                partitions, shards, routers, reasoners, who, answers, brokerPort, recordStartup, extras);
    }

    /** The same with other things that single programs are told. */
    public StackSettings withExtras(StackExtras more) {
        return new StackSettings(
                partitions, shards, routers, reasoners, tenants, answers, brokerPort, recordStartup, more);
    }
}
