package dev.ponder.simulation.actor;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.chain.ChainStep;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.path.ComputePath;
import dev.ponder.reasoner.path.Job;
import dev.ponder.reasoner.path.TakenAwayException;
import dev.ponder.simulation.time.Fiber;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Takes its time, mostly seconds, sometimes minutes, and has an answer. Ends at the deadline. Poison kills its process. */
final class Thought implements ComputePath {

    private static final double LONG = 0.25;
    private static final int FEWEST_TOKENS = 10;
    private static final int MOST_TOKENS = 100_000;
    private static final Duration DEADLY_AFTER = Duration.ofMillis(400);

    private final World world;
    private final Life life;

    Thought(World world, Life life) {
        this.world = world;
        this.life = life;
    }

    @Override
    public Outcome think(Job job) throws TakenAwayException {
        try {
            return ponder(job);
        } catch (InterruptedException _) { // Goes on as one that says what was spent.
            throw new TakenAwayException(Usage.NONE, List.of());
        }
    }

    private Outcome ponder(Job job) throws InterruptedException {
        Task task = job.task();
        if (task.messages().getLast().content().contains(User.POISON)) {
            Fiber.pause(DEADLY_AFTER);
            throw life.crashHere();
        }
        Duration needed = world.chance(LONG) ? world.between(10_000, 90_000) : world.between(200, 5_000);
        Ticker clock = world.clock();
        Duration left = Duration.between(clock.now(), task.deadline());
        Fiber.pause(needed.compareTo(left) < 0 ? needed : left);
        for (Duration still = life.standsStillFor(); still.isPositive(); still = life.standsStillFor()) {
            Fiber.pause(still);
        }
        return clock.now().isBefore(task.deadline()) ? answered(job) : missed(job);
    }

    private Outcome answered(Job job) {
        Task task = job.task();
        String answer = task.messages().getLast().content();
        int tokens = world.random().nextInt(FEWEST_TOKENS, MOST_TOKENS);
        world.invariants().thought(task.key(), task.attempt(), tokens);
        return new Outcome.Answered(
                Outcome.VERSION,
                job.asked(),
                new Chain(List.of(new ChainStep("it is as it is", FEWEST_TOKENS)), answer, answer),
                new Usage(FEWEST_TOKENS, tokens, FEWEST_TOKENS, 0),
                Timings.NONE,
                new Provenance.Thought(List.of("virtual"), "stop"),
                task.plan(),
                task.classification(),
                task.questionKey(),
                Map.of());
    }

    private static Outcome missed(Job job) {
        Fault fault = Fault.of(FaultCode.DEADLINE_MISSED, "The deadline passed.");
        return new Outcome.Failed(Outcome.VERSION, job.asked(), fault, Usage.NONE, Timings.NONE, Map.of());
    }
}
