package dev.ponder.router.settlement.relay;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.ponder.access.Grant;
import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.resource.ResourceType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which topics of tenants take what settlement writes. A batch is written as a whole or not at all, so a topic that is missing, or
 * forbidden, must be known before anything is sent to it: all tenants' results would wait for it. Looks when a session begins, which is
 * also how a topic that goes later is found out, by one failed batch; and again now and then while something is to be written to one
 * that took nothing. The settlement thread alone.
 */
final class Outlets {

    private static final Logger LOGGER = Logger.getLogger(Outlets.class);
    private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final Set<String> topics;
    private final Ticker ticker;
    private @Nullable TopicLook look;
    /** Why, by topic. */
    private Map<String, String> shut = Map.of();

    private long lookedNanos;

    Outlets(Collection<TenantId> tenants, Ticker ticker) {
        this.topics = tenants.stream()
                .flatMap(tenant -> Stream.of(Topics.results(tenant), Topics.deadLetters(tenant)))
                .collect(toUnmodifiableSet());
        this.ticker = ticker;
    }

    /** Looks over a session's admin client, and keeps it; throws a {@link KafkaException} if nobody can say. */
    void begin(Admin admin) {
        look = new TopicLook(admin);
        look(look);
    }

    /** Why a tenant's results can't be published now, if so. */
    Optional<Fault> unpublished(TenantId tenant) {
        String topic = Topics.results(tenant);
        if (shut.containsKey(topic) && look != null && ticker.nanos() - lookedNanos >= AGAIN_NANOS) {
            lookAgain(look);
        }
        return shut.containsKey(topic)
                ? Optional.of(Fault.of(
                        FaultCode.UNPUBLISHED, "The result could not be published: " + topic + " takes no records."))
                : Optional.empty();
    }

    /** Where a tenant's dead letters go: to the default tenant's where its own topic takes none. */
    String deadLetters(TenantId tenant) {
        String own = Topics.deadLetters(tenant);
        return shut.containsKey(own) ? Topics.deadLetters(TenantId.DEFAULT) : own;
    }

    private void lookAgain(TopicLook again) {
        try {
            look(again);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException unknown) {
            lookedNanos = ticker.nanos();
            LOGGER.debugf("what was known of tenants' topics still counts, after: %s", unknown.toString());
        }
    }

    private void look(TopicLook at) {
        Map<String, String> found = new TreeMap<>();
        at.at(topics).forEach((topic, state) -> {
            switch (state) {
                case TopicLook.Seen.Open _ -> {}
                case TopicLook.Seen.Missing _ -> found.put(topic, "it is not there: lay it (./ponder provision does)");
                case TopicLook.Seen.Forbidden _ ->
                    found.put(
                            topic,
                            Refusals.lacking(
                                    Set.of(Grant.on(ResourceType.TOPIC, topic, AclOperation.WRITE)), Role.ROUTER));
            }
        });
        lookedNanos = ticker.nanos();
        tell(found);
        shut = Map.copyOf(found);
    }

    /** In the log once, not at each look. */
    private void tell(Map<String, String> found) {
        found.forEach((topic, why) -> {
            if (!why.equals(shut.get(topic))) {
                LOGGER.warnf("%s takes no records, what belongs there becomes dead letters: %s", topic, why);
            }
        });
        shut.keySet().stream()
                .filter(topic -> !found.containsKey(topic))
                .forEach(topic -> LOGGER.infof("%s takes records again", topic));
    }
}
