package dev.ponder.local.erasure;

import dev.ponder.access.AccessCheck;
import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;

/** Erases one tenant, topic by topic, in the order in which a request passes them. One thread. */
final class Eraser {

    /** Nothing to look for there. */
    private static final Finding REGISTER =
            new Finding(Topics.REGISTER, 0, 0, 0, "Holds hashes of request ids and times, nothing of what was asked.");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Ticker ticker;

    Eraser(Cluster cluster, Ticker ticker) {
        this.cluster = cluster;
        this.ticker = ticker;
    }

    /** Erases, or only looks; topics that are not there are left out of the report. */
    Erasure erase(TenantId tenant, boolean dryRun) throws InterruptedException, LaunchException {
        List<Finding> findings = new ArrayList<>();
        try (Admin admin = cluster.admin()) {
            TopicFacts facts = new TopicFacts(admin);
            Set<String> visible = new TreeSet<>(facts.visible());
            requireAccess(admin, tenant, visible);
            OwnTopics own = new OwnTopics(admin, facts);
            for (String topic : there(OwnTopics.of(tenant), visible)) {
                findings.add(own.erase(topic, dryRun));
            }
            if (findings.isEmpty()) {
                throw new LaunchException("tenant " + tenant + " has no topics here, or none that this client may see");
            }
            CompactedTopic compacted = new CompactedTopic(cluster, facts);
            for (String topic : there(List.of(Topics.PROGRESS, Topics.CHAINS), visible)) {
                findings.add(compacted.erase(topic, tenant, dryRun));
            }
            SharedTopic shared = new SharedTopic(cluster, facts);
            for (String topic : there(shared(tenant, visible), visible)) {
                findings.add(shared.count(topic, tenant));
            }
            findings.add(REGISTER);
        }
        return new Erasure(tenant, ticker.now(), dryRun, findings);
    }

    /** Half an erasure would look like a whole one: what this client may not see looks as if it were not there. */
    private static void requireAccess(Admin admin, TenantId tenant, Set<String> visible)
            throws InterruptedException, LaunchException {
        List<Grant> needed = new ArrayList<>(new AccessPlan(List.of(tenant), List.of()).of(Role.ERASER));
        work(visible).forEach(topic -> needed.addAll(AccessPlan.on(Role.ERASER, topic)));
        List<Grant> lacking = new AccessCheck(admin, PATIENCE).lacking(needed);
        if (!lacking.isEmpty()) {
            throw new LaunchException(Refusals.lacking(lacking, Role.ERASER));
        }
    }

    private static List<String> work(Set<String> visible) {
        return visible.stream().filter(Topics::isWork).toList();
    }

    private static List<String> there(List<String> topics, Set<String> visible) {
        return topics.stream().filter(visible::contains).toList();
    }

    /** What could not be read on its way between services lies with the default tenant's dead letters, whosever it was. */
    private static List<String> shared(TenantId tenant, Set<String> visible) {
        List<String> shared = new ArrayList<>(work(visible));
        shared.add(Topics.OUTCOMES);
        if (!tenant.equals(TenantId.DEFAULT)) {
            shared.add(Topics.deadLetters(TenantId.DEFAULT));
        }
        return shared;
    }
}
