package dev.ponder.simulation.client;

import static java.util.Objects.requireNonNull;

import dev.ponder.simulation.broker.ConsumerGroup;
import dev.ponder.simulation.broker.Log;
import dev.ponder.simulation.broker.VirtualBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The consumer of outcomes, a static member of the settlement group. */
final class MemberCalls implements Calls.Answer {

    static final String GROUP = "ponder-settlement";

    private static final Duration STEP = Duration.ofMillis(20);
    private static final int PATIENCE_STEPS = 3_000;

    private final VirtualBroker broker;
    private final ConsumerGroup group;
    private final Wire wire;
    private final String name;
    private final String holder;
    /** By partition: where it reads on, and how much it knows to be left. */
    private final Map<Integer, Long> positions = new TreeMap<>();

    private final Map<Integer, Long> lags = new TreeMap<>();
    private Set<Integer> assigned = Set.of();
    private String topic = "";
    private @Nullable ConsumerRebalanceListener listener;
    private int generation = -1;
    private boolean joined;

    MemberCalls(VirtualBroker broker, Wire wire, String name, String holder) {
        this.broker = broker;
        this.group = broker.settlement();
        this.wire = wire;
        this.name = name;
        this.holder = holder;
    }

    /** Tells the group that this lives. */
    void beat() {
        if (joined) {
            group.seen(name, holder);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // As the methods are declared.
    public @Nullable Object to(String method, Object[] arguments) {
        return switch (method) {
            case "subscribe" -> subscribe((Collection<String>) arguments[0], (ConsumerRebalanceListener) arguments[1]);
            case "poll" -> poll((Duration) arguments[0]);
            case "committed" -> committed((Set<TopicPartition>) arguments[0]);
            case "assignment" -> partitions(assigned);
            case "currentLag" -> lag((TopicPartition) arguments[0]);
            case "groupMetadata" -> membership();
            case "commitSync" -> commit((Map<TopicPartition, OffsetAndMetadata>) arguments[0]);
            case "close" -> close();
            default -> throw Calls.unknown(method);
        };
    }

    private @Nullable Object subscribe(Collection<String> topics, ConsumerRebalanceListener heard) {
        topic = topics.iterator().next();
        listener = heard;
        return null;
    }

    @SuppressWarnings("removal") // Only a real consumer will make them one day; until then this is the way.
    private ConsumerGroupMetadata membership() {
        return new ConsumerGroupMetadata(GROUP, generation, holder, Optional.of(name));
    }

    private @Nullable Object close() {
        joined = false;
        return null;
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        wire.call();
        takePart();
        ConsumerRecords<byte[], byte[]> records = fetch();
        if (records.isEmpty()) {
            wire.pause(patience);
        }
        return records;
    }

    private void takePart() {
        if (!joined || !group.has(name, holder)) {
            lose();
            group.join(name, holder);
            joined = true;
        }
        if (group.mustGiveUp(name)) {
            requireListener().onPartitionsRevoked(partitions(assigned));
            take(Set.of());
            group.gaveUp(name);
        }
        if (!group.moves() && group.generation() != generation) {
            generation = group.generation();
            take(group.assigned(name));
            requireListener().onPartitionsAssigned(partitions(assigned));
        }
    }

    private void lose() {
        if (!assigned.isEmpty()) {
            requireListener().onPartitionsLost(partitions(assigned));
            take(Set.of());
        }
        generation = -1;
    }

    private void take(Set<Integer> now) {
        assigned = now;
        positions.clear();
        lags.clear();
    }

    private ConsumerRecords<byte[], byte[]> fetch() {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new LinkedHashMap<>();
        int left = wire.mostRecords();
        for (int partition : new ArrayList<>(assigned)) {
            TopicPartition at = new TopicPartition(topic, partition);
            if (broker.transactions().isUndecided(GROUP, at) && !positions.containsKey(partition)) {
                continue;
            }
            long from =
                    positions.computeIfAbsent(partition, _ -> broker.progress().of(GROUP, at));
            Log log = broker.log(topic, partition);
            Log.Reading read = log.read(from, left);
            lags.put(partition, log.end() - read.next());
            positions.put(partition, read.next());
            left -= read.records().size();
            if (!read.records().isEmpty()) {
                records.put(at, read.records());
                next.put(at, new OffsetAndMetadata(read.next()));
            }
        }
        return new ConsumerRecords<>(records, next);
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> asked) {
        wire.call();
        for (int step = 0; asked.stream().anyMatch(one -> broker.transactions().isUndecided(GROUP, one)); step++) {
            if (step > PATIENCE_STEPS) {
                throw new TimeoutException("a transaction is not decided");
            }
            wire.pause(STEP);
        }
        return broker.progress().of(GROUP);
    }

    /** What is on its way arrives although its sender dies, unless the group has moved on meanwhile. */
    private @Nullable Object commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        int mine = generation;
        wire.send(() -> {
            group.require(name, holder, mine);
            broker.progress().commit(GROUP, offsets);
        });
        return null;
    }

    private OptionalLong lag(TopicPartition partition) {
        Long lag = lags.get(partition.partition());
        return lag == null ? OptionalLong.empty() : OptionalLong.of(lag);
    }

    private Set<TopicPartition> partitions(Set<Integer> numbers) {
        Set<TopicPartition> partitions = new LinkedHashSet<>();
        new TreeSet<>(numbers).forEach(number -> partitions.add(new TopicPartition(topic, number)));
        return partitions;
    }

    private ConsumerRebalanceListener requireListener() {
        return requireNonNull(listener, "not subscribed");
    }
}
