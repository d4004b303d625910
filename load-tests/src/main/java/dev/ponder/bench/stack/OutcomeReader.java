package dev.ponder.bench.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads outcomes as they come: each job's wait for its slot, as its own reasoner measured it. */
public final class OutcomeReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Started> started = new ConcurrentHashMap<>();
    private final TopicTail tail;

    /**
     * When a job's generation call was sent.
     *
     * @param waitSeconds since its record was appended
     * @param arrivedMillis when its task was made, epoch
     */
    public record Started(double waitSeconds, long arrivedMillis) {

        /** When its generation began, epoch seconds. */
        public double startedSeconds() {
            return arrivedMillis / 1e3 + waitSeconds;
        }
    }

    /** Starts to read at the topic's present end. */
    public OutcomeReader(String bootstrap) {
        this.tail = new TopicTail(bootstrap, Topics.OUTCOMES, this::note);
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        try {
            ObjectNode outcome = Json.read(record.value(), ObjectNode.class);
            if (!outcome.has("timings")) {
                return; // A notice of work under way.
            }
            double wait = outcome.path("timings").path("queue_ms").asDouble() / 1e3;
            long arrived = arrivedMillis(outcome);
            started.putIfAbsent(record.key(), new Started(wait, arrived));
        } catch (UnreadableException foreign) {
            throw new IllegalStateException("an outcome that is no JSON", foreign);
        }
    }

    private static long arrivedMillis(ObjectNode outcome) {
        return Instant.parse(outcome.path("asked").path("arrived_at").asText()).toEpochMilli();
    }

    /** Outcomes so far, by request id. */
    public Map<String, Started> started() {
        return started;
    }

    /** Waits until so many jobs have ended; gives up after the patience. */
    public void await(int jobs, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (started.size() < jobs) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(jobs - started.size() + " of " + jobs + " jobs did not end in time");
            }
            Thread.sleep(POLL);
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
