package dev.ponder.local.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.Stretch;
import dev.ponder.local.launch.LaunchException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Counts a tenant's records on a topic out of which single records can't be taken. One thread. */
final class SharedTopic {

    private final Cluster cluster;
    private final TopicFacts facts;

    SharedTopic(Cluster cluster, TopicFacts facts) {
        this.cluster = cluster;
        this.facts = facts;
    }

    Finding count(String topic, TenantId tenant) throws InterruptedException, LaunchException {
        Tally tally = new Tally();
        try (Consumer<byte[], byte[]> reader = cluster.reader()) {
            Stretch stretch = Stretch.of(reader, facts.partitions(topic), Optional.empty());
            while (stretch.hasMore()) {
                stretch.next().forEach(record -> tally.add(belonging(record, tenant), record.timestamp()));
            }
        }
        return new Finding(
                topic, tally.its, 0, tally.unreadable, facts.retention(topic).ofTheRest(tally.newest()));
    }

    /** Dead letters of the default tenant's topic say whose they were by their request topic or, if they were work, by their value. */
    private static Belonging belonging(ConsumerRecord<byte[], byte[]> record, TenantId tenant) {
        if (Topics.tenantOfDeadLetters(record.topic()).isEmpty()) {
            return Belonging.of(tenant, record.topic(), record.value());
        }
        Header origin = record.headers().lastHeader(DeadLetter.TOPIC);
        String topic = origin == null || origin.value() == null ? "" : new String(origin.value(), UTF_8);
        if (Topics.isWork(topic)) {
            return Belonging.of(tenant, topic, record.value());
        }
        return topic.equals(Topics.REQUESTS) || topic.startsWith(Topics.REQUESTS + ".")
                ? Belonging.of(topic.equals(Topics.requests(tenant)))
                : Belonging.UNKNOWN;
    }

    /** What was counted so far. */
    private static final class Tally {
        private long its;
        private long unreadable;
        private long newestMillis = -1;

        void add(Belonging belonging, long millis) {
            switch (belonging) {
                case ITS -> its++;
                case UNKNOWN -> unreadable++;
                case NOT_ITS -> {
                    return;
                }
            }
            newestMillis = Math.max(newestMillis, millis);
        }

        Optional<Instant> newest() {
            return newestMillis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newestMillis));
        }
    }
}
