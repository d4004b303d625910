package dev.ponder.simulation.actor;

import dev.ponder.simulation.check.Happening;
import dev.ponder.simulation.time.Fiber;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A process: it runs until it crashes, loses all that it did not write down, and is started again a while later. */
public final class Life {

    private static final long DOWN_AT_LEAST_MILLIS = 100;
    private static final long DOWN_AT_MOST_MILLIS = 8_000;

    private final World world;
    private final String name;
    private final Body body;
    /** All that runs in it, the first of which is its body. */
    private final Set<Fiber> running = new LinkedHashSet<>();

    private int incarnation;
    private boolean up;
    private long stillUntilNanos;

    /** What a process does. */
    interface Body {

        /** Runs for ever; each call begins from what is written down. */
        void run(Line line);

        /** Loses what was in memory. */
        void forget();
    }

    Life(World world, String name, Body body) {
        this.world = world;
        this.name = name;
        this.body = body;
    }

    /** Starts the process from what is written down. */
    public void start() {
        up = true;
        Line line = new Line(world, this, ++incarnation);
        begin(() -> body.run(line));
    }

    /** Runs something in the process, from its own turn on; it ends with the process. */
    void begin(Runnable what) {
        Fiber[] self = new Fiber[1];
        Fiber fiber = Fiber.prepare(world.agenda(), () -> {
            try {
                what.run();
            } finally {
                running.remove(self[0]);
            }
        });
        self[0] = fiber;
        running.add(fiber);
        world.agenda().after(Duration.ZERO, fiber::begin);
    }

    /** Crashes the process where it is, unless it is down. */
    public void crash() {
        if (up) {
            goDown(null);
        }
    }

    /** Crashes it from within, and does not come back. */
    Fiber.Killed crashHere() {
        goDown(Fiber.current());
        return Fiber.crashed();
    }

    /** Stands still as a paused process does, and does not know it. */
    public void standStill(Duration duration) {
        world.journal().note(Happening.STOOD_STILL, name + " for " + duration.toMillis() + " ms");
        stillUntilNanos = world.clock().nanos() + duration.toNanos();
    }

    Duration standsStillFor() {
        return up ? Duration.ofNanos(Math.max(0, stillUntilNanos - world.clock().nanos())) : Duration.ZERO;
    }

    /** Lets time pass in the fiber that calls, and stands still with the process. */
    void pause(Duration duration) throws InterruptedException {
        Fiber.pause(duration);
        for (Duration still = standsStillFor(); still.isPositive(); still = standsStillFor()) {
            Fiber.pause(still);
        }
    }

    boolean standsStill() {
        return standsStillFor().isPositive();
    }

    boolean is(int lived) {
        return up && lived == incarnation;
    }

    String name() {
        return name;
    }

    private void goDown(@Nullable Fiber self) {
        world.journal().note(Happening.CRASHED, name);
        up = false;
        stillUntilNanos = 0;
        List<Fiber> dying = List.copyOf(running);
        running.clear();
        body.forget();
        dying.stream().filter(fiber -> fiber != self).forEach(Fiber::kill);
        world.agenda().after(world.between(DOWN_AT_LEAST_MILLIS, DOWN_AT_MOST_MILLIS), this::start);
    }
}
