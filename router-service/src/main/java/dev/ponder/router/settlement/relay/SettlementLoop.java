package dev.ponder.router.settlement.relay;

import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.router.settlement.register.RegisterException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Reads {@code reasoning.outcomes} and settles, one batch after another, for as long as it isn't stopped: the larger the load,
 * the larger the batches. Order: that of each outcome partition. Commit point: each batch, at once. Failure: the session is
 * given up and another opened from what Kafka holds, after a pause that grows. Owns the settlement thread.
 */
public final class SettlementLoop implements Runnable {

    private static final Logger LOGGER = Logger.getLogger(SettlementLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final SessionFactory sessions;
    private final LoopPulse pulse;
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Written by the loop alone. */
    private Duration pause = FIRST_PAUSE;

    /** Settles in the thread that calls {@link #run()}. */
    public SettlementLoop(SessionFactory sessions, LoopPulse pulse) {
        this.sessions = sessions;
        this.pulse = pulse;
    }

    @Override
    public void run() {
        while (goesOn()) {
            try {
                session();
            } catch (RuntimeException failure) {
                // The loop's top: whatever failed, a new session knows what is durable and goes on from there.
                recover(failure);
            }
        }
        pulse.become(new LoopState.Stopped());
    }

    /** Asks the loop to end after its turn. Any thread. */
    public void stop() {
        stopped.countDown();
    }

    /** Settles until it is stopped or something fails, and throws what did: another session then goes on from what Kafka holds. */
    public void session() {
        try (Admin admin = sessions.admin();
                Publication publication = sessions.publication();
                SettlementSession session = sessions.open(admin, publication, pulse)) {
            turn(session);
            session.leave();
        }
    }

    private void turn(SettlementSession session) {
        while (goesOn()) {
            session.turn();
            pulse.become(new LoopState.Running());
            pause = FIRST_PAUSE;
        }
    }

    private void recover(RuntimeException failure) {
        String why = Refusals.explain(failure, Role.ROUTER).orElseGet(() -> String.valueOf(failure.getMessage()));
        log(failure, why);
        pulse.become(new LoopState.Recovering(why));
        try {
            boolean told = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            LOGGER.debugf("waited before the next session, told to stop: %s", told);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** A broker or a topic that isn't there needs no stack trace each few seconds; anything else is a defect and does. */
    private void log(RuntimeException failure, String why) {
        if (failure instanceof KafkaException || failure instanceof RegisterException) {
            LOGGER.warnf("settlement goes on in %s from what is committed, after: %s", pause, why);
            LOGGER.debug("what failed", failure);
        } else {
            LOGGER.errorf(failure, "settlement goes on in %s from what is committed", pause);
        }
    }

    private boolean goesOn() {
        return stopped.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }
}
