package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Asks whether a broker answers, for all slots of a process that have lost theirs. Any thread; one asks, the others wait for it. */
final class BrokerReach {

    private static final System.Logger LOGGER = System.getLogger(BrokerReach.class.getName());
    private static final int PATIENCE_MILLIS = 1_000;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<String, Object> client;
    private final Ticker ticker;
    private boolean answered = true;
    private long askedNanos;

    BrokerReach(Map<String, Object> client, Ticker ticker) {
        this.client = new HashMap<>(client);
        this.client.put("default.api.timeout.ms", PATIENCE_MILLIS);
        this.client.put("request.timeout.ms", PATIENCE_MILLIS);
        this.ticker = ticker;
        this.askedNanos = ticker.nanos() - FRESH_NANOS;
    }

    /** Whether a broker answered within the last second, or does now; takes a second to say no. */
    synchronized boolean answers() throws InterruptedException {
        if (answered && ticker.nanos() - askedNanos < FRESH_NANOS) {
            return true;
        }
        boolean before = answered;
        answered = asks();
        askedNanos = ticker.nanos();
        if (before != answered) {
            LOGGER.log(
                    Level.INFO, answered ? "the broker answers again" : "no broker answers; work waits until one does");
        }
        return answered;
    }

    private boolean asks() throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException nobody) {
            LOGGER.log(Level.DEBUG, "no broker answers", nobody);
            return false;
        }
    }
}
