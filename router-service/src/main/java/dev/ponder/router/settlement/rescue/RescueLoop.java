package dev.ponder.router.settlement.rescue;

import dev.ponder.router.settlement.liveness.Finding;
import dev.ponder.router.settlement.liveness.Fronts;
import dev.ponder.router.settlement.liveness.Rescue;
import dev.ponder.router.settlement.relay.Clients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works findings off, one after another, turn after turn. A finding that fails is found again by the watch. Owns the rescue thread.
 */
public final class RescueLoop implements Rescue, Runnable {

    private static final Logger LOGGER = Logger.getLogger(RescueLoop.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Clients clients;
    private final RescueTurn turn;
    private final BlockingQueue<Finding> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean stopped;

    /** Works over clients of its own, in the thread that calls {@link #run()}. */
    public RescueLoop(Clients clients, RescueTurn turn) {
        this.clients = clients;
        this.turn = turn;
    }

    @Override
    public Fronts fronts() {
        return turn.fronts();
    }

    @Override
    public void carryOut(List<Finding> findings) {
        long refused =
                findings.stream().filter(finding -> !waiting.offer(finding)).count();
        if (refused > 0) {
            LOGGER.debugf("%d findings have to wait for the next look", refused);
        }
    }

    @Override
    public void run() {
        while (goesOn()) {
            try (Producer<byte[], byte[]> producer = clients.rescues();
                    Admin admin = clients.admin()) {
                while (goesOn()) {
                    turn.run(producer, admin, next());
                }
                producer.close(CLOSE);
            } catch (KafkaException failed) {
                // What was found is found again, by then with a broker.
                LOGGER.warnf("rescue goes on after: %s", failed.toString());
                pause();
            } catch (RuntimeException defect) {
                // The loop's top: whatever one finding did, the others must still be looked after.
                LOGGER.errorf(defect, "rescue goes on after a failure that nobody thought of");
                pause();
            }
        }
    }

    /** Asks the loop to end after its turn. Any thread. */
    public void stop() {
        stopped = true;
    }

    private @Nullable Finding next() {
        try {
            return waiting.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        return !stopped && !Thread.currentThread().isInterrupted();
    }
}
