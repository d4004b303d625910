package dev.ponder.autoscaler.serving;

import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.source.BacklogSource;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Looks for work in one pool's topics: often while the pool is at rest and somebody wants to hear of it, else now and then. Owns a virtual
 * thread; streams come and go on others.
 */
public final class WakeWatch {

    private static final Logger LOGGER = Logger.getLogger(WakeWatch.class);
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private final PoolId pool;
    private final BacklogSource backlog;
    private final DecisionBoard board;
    private final Duration interval;
    private final Set<ActivityStream> streams = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile Reading<Boolean> waits = Reading.missing("nobody looked for work yet");

    /**
     * Prepares to watch; begins with {@link #start()}.
     *
     * @param interval the pause between looks at a pool at rest
     */
    public WakeWatch(PoolId pool, BacklogSource backlog, DecisionBoard board, Duration interval) {
        this.pool = pool;
        this.backlog = backlog;
        this.board = board;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("wake-" + pool).unstarted(this::run);
    }

    /** Watches from now on. */
    public void start() {
        thread.start();
    }

    /** Whether it still watches. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    PoolId pool() {
        return pool;
    }

    /** Whether there is work that is not done with, as of the last look. */
    Reading<Boolean> waits() {
        return waits;
    }

    Activity activity() {
        return Activity.of(waits, board.standing(pool));
    }

    /** Tells a stream what is known, and from now on what changes. */
    void add(ActivityStream stream) {
        streams.add(stream);
        stream.tell(activity());
    }

    void remove(ActivityStream stream) {
        streams.remove(stream);
    }

    /** Ends, and ends all streams. */
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(SELDOM);
        streams.forEach(ActivityStream::end);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(look());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once and tells; returns how long to pause. */
    private Duration look() throws InterruptedException {
        try {
            waits = any(backlog.read());
            Activity now = activity();
            streams.forEach(stream -> stream.tell(now));
            return now instanceof Activity.Idle && !streams.isEmpty() ? interval : SELDOM;
        } catch (RuntimeException unforeseen) {
            LOGGER.errorf(unforeseen, "looking for work of pool %s failed", pool);
            waits = Reading.missing("looking for work failed");
            return SELDOM;
        }
    }

    /** One topic with work is enough; that there is none is known only where all are. */
    static Reading<Boolean> any(Map<String, Reading<TopicBacklog>> topics) {
        Reading<Boolean> none = Reading.of(false);
        for (Reading<TopicBacklog> one : topics.values()) {
            switch (one) {
                case Reading.Known<TopicBacklog>(TopicBacklog known)
                when known.open() > 0 -> {
                    return Reading.of(true);
                }
                case Reading.Known<TopicBacklog> _ -> {}
                case Reading.Missing<TopicBacklog>(String why) -> none = Reading.missing(why);
            }
        }
        return none;
    }
}
