package dev.ponder.simulation;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.simulation.actor.Chaos;
import dev.ponder.simulation.actor.Flaw;
import dev.ponder.simulation.actor.Life;
import dev.ponder.simulation.actor.Reasoner;
import dev.ponder.simulation.actor.Router;
import dev.ponder.simulation.actor.Settlement;
import dev.ponder.simulation.actor.User;
import dev.ponder.simulation.actor.World;
import dev.ponder.simulation.check.Happening;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Plays a seed from beginning to end. Stateless. */
public final class Simulation {

    private static final int QUESTIONS = 20;
    /** Long past every deadline. */
    private static final Duration END = Duration.ofMinutes(12);
    /** For those results that would come twice. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(30);

    private Simulation() {}

    /** Runs one seed, with nothing broken on purpose. */
    public static SimulatedRun play(long seed) {
        return play(seed, Flaw.NONE);
    }

    /**
     * Runs the whole chain with faults until they heal, and on until every request has a result and all work is done with. In a virtual
     * thread, since turns between such are many times cheaper.
     */
    public static SimulatedRun play(long seed, Flaw flaw) {
        FutureTask<SimulatedRun> run = new FutureTask<>(() -> playHere(seed, flaw));
        Thread.ofVirtual().start(run);
        try {
            return run.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped at seed " + seed, stopped);
        } catch (ExecutionException defect) {
            throw new IllegalStateException("seed " + seed + " could not be played", defect.getCause());
        }
    }

    private static SimulatedRun playHere(long seed, Flaw flaw) {
        World world = World.of(seed, flaw);
        MeterRegistry meters = new SimpleMeterRegistry();
        try (var _ = world.agenda()) {
            List<Life> lives = lives(world, meters);
            lives.forEach(Life::start);
            World.TENANTS.forEach(tenant -> new User(world, tenant, QUESTIONS).start());
            new Chaos(world, lives).start();
            return run(seed, world, meters);
        }
    }

    private static List<Life> lives(World world, MeterRegistry meters) {
        List<Settlement> settlements =
                List.of(new Settlement(world, "settlement-1", meters), new Settlement(world, "settlement-2", meters));
        return Stream.concat(
                        settlements.stream().flatMap(one -> Stream.of(one.life(), one.rescueLife())),
                        Stream.of(
                                new Router(world).life(),
                                new Reasoner(world, "reasoner-1").life(),
                                new Reasoner(world, "reasoner-2").life()))
                .toList();
    }

    private static SimulatedRun run(long seed, World world, MeterRegistry meters) {
        while (!isOver(world) && world.agenda().step()) {
            world.invariants().check();
        }
        world.invariants().checkEnd(world.queue().lag());
        for (Happening decision : List.of(Happening.FENCED, Happening.DUPLICATE)) {
            world.journal().count(decision, decided(meters, decision));
        }
        world.journal()
                .count(Happening.ABORTED, (int) world.broker().transactions().aborted());
        world.journal().count(Happening.MOVED, world.broker().settlement().generation());
        return new SimulatedRun(
                seed,
                world.invariants().accepted(),
                world.invariants().accepted() - world.invariants().waiting(),
                world.invariants().steps(),
                world.agenda().elapsed(),
                world.journal().counts(),
                world.journal().digest(),
                world.invariants().violations());
    }

    private static int decided(MeterRegistry meters, Happening decision) {
        String outcome = decision.name().toLowerCase(Locale.ROOT);
        return (int) meters.counter(Meters.SETTLED, Meters.TAG_OUTCOME, outcome).count();
    }

    /** When nobody waits any more and all work is done with, and some time has gone by; or long after it should be. */
    private static boolean isOver(World world) {
        Duration elapsed = world.agenda().elapsed();
        boolean quiet = elapsed.compareTo(World.HEALED.plus(AFTERWARDS)) > 0
                && world.invariants().waiting() == 0
                && world.queue().lag() == 0;
        return quiet || elapsed.compareTo(END) >= 0;
    }
}
