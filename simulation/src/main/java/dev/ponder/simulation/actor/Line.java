package dev.ponder.simulation.actor;

import dev.ponder.simulation.check.Happening;
import dev.ponder.simulation.client.VirtualClients;
import dev.ponder.simulation.client.Wire;
import dev.ponder.simulation.time.Fiber;
import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One incarnation's way to the broker. What it sends may be slow, refused, or arrive with its answer lost; at any step it may crash. */
final class Line implements Wire, VirtualClients.Heartbeats {

    private static final double CRASHES = 0.002;
    private static final double REFUSED = 0.005;
    private static final double ANSWER_LOST = 0.01;
    private static final double SLOW = 0.02;
    private static final long SLOW_MILLIS = 6_000;
    private static final int MOST_RECORDS = 8;
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration INSTANT = Duration.ofNanos(1);

    private final World world;
    private final Life life;
    private final int incarnation;

    Line(World world, Life life, int incarnation) {
        this.world = world;
        this.life = life;
        this.incarnation = incarnation;
    }

    /** Settlement's clients, for as long as this incarnation lives. */
    VirtualClients clients() {
        boolean forgets = world.flaw() == Flaw.SETTLEMENT_FORGETS;
        return new VirtualClients(
                world.broker(), world.queue(), this, this, life.name(), incarnation, world.guarantee(), forgets);
    }

    boolean lives() {
        return life.is(incarnation);
    }

    @Override
    public boolean beats() {
        return lives() && !life.standsStill();
    }

    @Override
    public void requireLife() {
        if (!lives()) {
            throw Fiber.crashed();
        }
    }

    @Override
    public void pause(Duration duration) {
        rest(duration);
        for (Duration still = life.standsStillFor(); still.isPositive(); still = life.standsStillFor()) {
            rest(still);
        }
    }

    private void rest(Duration duration) {
        requireLife();
        try {
            Fiber.pause(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        requireLife();
    }

    @Override
    public void call() {
        crashPoint();
        pause(world.between(0, 5));
        if (world.faulty(REFUSED)) {
            throw refused("the broker did not answer");
        }
    }

    @Override
    public void send(Runnable arrival) {
        crashPoint();
        if (world.faulty(REFUSED)) {
            throw refused("the broker did not take it");
        }
        Sent sent = new Sent(arrival);
        Duration way = world.faulty(SLOW) ? world.between(100, SLOW_MILLIS) : world.between(0, 5);
        world.agenda().after(way, sent);
        pause(way.plus(INSTANT));
        crashPoint();
        if (sent.failure != null) {
            throw sent.failure;
        }
        if (world.faulty(ANSWER_LOST)) {
            throw refused("the broker took it, but its answer was lost");
        }
    }

    /** What is on its way arrives, whoever still waits for it. */
    private static final class Sent implements Runnable {
        private final Runnable arrival;
        private @Nullable RuntimeException failure;

        Sent(Runnable arrival) {
            this.arrival = arrival;
        }

        @Override
        public void run() {
            try {
                arrival.run();
            } catch (RuntimeException refused) { // The rim: whatever the broker has against it is the sender's to know.
                failure = refused;
            }
        }
    }

    /** A place at which it would hurt to crash: sometimes it does, as long as faults are to happen. */
    void crashPoint() {
        requireLife();
        if (world.faulty(CRASHES)) {
            throw life.crashHere();
        }
    }

    @Override
    public void every(Runnable beat) {
        world.agenda().after(BEAT, () -> {
            if (beats()) {
                beat.run();
            }
            if (lives()) {
                every(beat);
            }
        });
    }

    @Override
    public int mostRecords() {
        return world.random().nextInt(1, MOST_RECORDS);
    }

    private TimeoutException refused(String why) {
        world.journal().note(Happening.REFUSED, life.name() + ": " + why);
        return new TimeoutException(why);
    }
}
