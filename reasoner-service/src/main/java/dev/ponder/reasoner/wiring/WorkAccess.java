package dev.ponder.reasoner.wiring;

import dev.ponder.access.AccessCheck;
import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.workqueue.WorkLane;
import dev.ponder.workqueue.check.QueueMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Refuses a start that would end at the first record: what the reasoner may not do on Kafka is said before it takes work. */
final class WorkAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private WorkAccess() {}

    /** Throws with a sentence that says what to grant. Tenants' chunks are not looked at, since tasks name their tenants. */
    static void require(Admin admin, Collection<WorkLane> lanes, QueueMode mode) throws InterruptedException {
        List<Grant> lacking = new AccessCheck(admin, PATIENCE).lacking(needed(lanes, mode));
        if (!lacking.isEmpty()) {
            throw new IllegalStateException(Refusals.lacking(lacking, Role.REASONER));
        }
    }

    /** What must be allowed by now. A consumer group has no settings to read, and brokers before share groups know no such right. */
    static List<Grant> needed(Collection<WorkLane> lanes, QueueMode mode) {
        Stream<Grant> shared = new AccessPlan(List.of(), List.of())
                .of(Role.REASONER).stream().filter(grant -> mode == QueueMode.SHARE || !readsSettings(grant));
        Stream<Grant> work = lanes.stream().flatMap(lane -> AccessPlan.on(Role.REASONER, lane.topic()).stream());
        return Stream.concat(work, shared).toList();
    }

    private static boolean readsSettings(Grant grant) {
        return grant.type() == ResourceType.GROUP && grant.operation() == AclOperation.DESCRIBE_CONFIGS;
    }
}
