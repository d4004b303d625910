package dev.ponder.bench.stack;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads committed results as a user would, and counts what comes more than once. */
public final class ResultReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> arrivedNanos = new ConcurrentHashMap<>();
    private final LongAdder doubled = new LongAdder();
    private final Map<String, String> errors = new ConcurrentHashMap<>();
    private final Set<String> crossed = ConcurrentHashMap.newKeySet();
    private final LongAdder foreign = new LongAdder();
    private final TopicTail tail;
    private volatile Runnable next = () -> {};

    /** Starts to read the default tenant's at the topic's present end. */
    public ResultReader(String bootstrap) {
        this(bootstrap, TenantId.DEFAULT);
    }

    /** Starts to read a tenant's. */
    public ResultReader(String bootstrap, TenantId tenant) {
        this.tail = new TopicTail(bootstrap, Topics.results(tenant), this::note);
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        if (arrivedNanos.putIfAbsent(record.key(), System.nanoTime()) != null) {
            doubled.increment();
            return;
        }
        next.run();
        try {
            Result result = Result.read(record.value());
            if (result.isError()) {
                errors.put(record.key(), result.errorCode());
            }
            if (result.body().path("ponder").path("provenance").path("shards").size() > 1) {
                crossed.add(record.key());
            }
        } catch (UnreadableException notOurs) {
            // The bare relay's results are plain text; they are only timed.
            foreign.increment();
        }
    }

    /** From now on does this for each request whose first result came, before the next result is read, on the reader's thread. */
    public void onEach(Runnable next) {
        this.next = next;
    }

    /** When each result came, on the stopwatch, by request id. */
    public Map<String, Long> arrivedNanos() {
        return arrivedNanos;
    }

    /** Results that came for an id that had one. */
    public long doubled() {
        return doubled.sum();
    }

    /** The codes of results that are errors, by request id. */
    public Map<String, String> errors() {
        return errors;
    }

    /** The requests whose chains needed more than one shard. */
    public Set<String> crossed() {
        return crossed;
    }

    /** Results that are not ours. */
    public long foreign() {
        return foreign.sum();
    }

    /** Waits until so many have come or the patience is over; says how many came. */
    public int await(int results, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (arrivedNanos.size() < results && System.nanoTime() - deadline < 0) {
            Thread.sleep(POLL);
        }
        return arrivedNanos.size();
    }

    @Override
    public void close() {
        tail.close();
    }
}
