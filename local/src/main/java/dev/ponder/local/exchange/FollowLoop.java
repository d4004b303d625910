package dev.ponder.local.exchange;

import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.connect.Cluster;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads a tenant's chunks and results, committed ones alone, and hands them on in a queue. Owns one thread; no group, so that
 * any number may follow. What came before {@link #open} is not heard.
 */
public final class FollowLoop implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration JOIN = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final BlockingQueue<Heard> heard;
    private final String results;
    private final Ticker ticker;
    private final Thread thread;
    /** Written by whoever closes. */
    private volatile boolean closing;

    private FollowLoop(Consumer<byte[], byte[]> consumer, TenantId tenant, BlockingQueue<Heard> heard, Ticker ticker) {
        this.consumer = consumer;
        this.heard = heard;
        this.results = Topics.results(tenant);
        this.ticker = ticker;
        this.thread = Thread.ofPlatform().name("follow").daemon().unstarted(this::run);
    }

    /** Begins to follow on a Kafka that lets anybody in; see {@link #open(Cluster, TenantId, BlockingQueue, Ticker)}. */
    public static FollowLoop open(String bootstrap, TenantId tenant, BlockingQueue<Heard> heard, Ticker ticker) {
        return open(Cluster.at(bootstrap), tenant, heard, ticker);
    }

    /** Begins to follow; what is produced after this returns will be heard. A full queue holds the reading up. */
    public static FollowLoop open(Cluster cluster, TenantId tenant, BlockingQueue<Heard> heard, Ticker ticker) {
        Consumer<byte[], byte[]> consumer = cluster.reader();
        List<TopicPartition> partitions = new ArrayList<>(partitions(consumer, Topics.results(tenant)));
        partitions.addAll(partitions(consumer, Topics.chunks(tenant)));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // A seek is lazy: asking for the position is what fixes the end as it is now.
        partitions.forEach(consumer::position);
        FollowLoop loop = new FollowLoop(consumer, tenant, heard, ticker);
        loop.thread.start();
        return loop;
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map((PartitionInfo each) -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                    hand(read(found));
                }
            }
        } catch (WakeupException asked) {
            // close() asked for it.
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (KafkaException broken) {
            silence(Refusals.explain(broken, Role.TENANT).orElse(String.valueOf(broken.getMessage())));
        }
    }

    private void hand(Heard one) throws InterruptedException {
        while (!closing && !heard.offer(one, POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
    }

    private void silence(String why) {
        if (!heard.offer(new Heard.Silenced(why))) {
            heard.clear();
            heard.add(new Heard.Silenced(why));
        }
    }

    private Heard read(ConsumerRecord<byte[], byte[]> found) {
        try {
            return found.topic().equals(results)
                    ? new Heard.Settled(Result.read(found.value()), ticker.nanos())
                    : new Heard.Thinking(Json.read(found.value(), Chunk.class));
        } catch (UnreadableException unreadable) {
            return new Heard.Unreadable(found.topic() + "-" + found.partition() + " at " + found.offset());
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(JOIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
