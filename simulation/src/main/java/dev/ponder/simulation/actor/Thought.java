package dev.ponder.simulation.actor;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.chain.ChainStep;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.path.ComputePath;
import dev.ponder.reasoner.path.Job;
import dev.ponder.reasoner.path.TakenAwayException;
import dev.ponder.simulation.time.Fiber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes its time, mostly seconds, sometimes minutes, and has an answer; goes on from what an earlier holder had written down. Ends at the
 * deadline. Poison kills its process.
 */
final class Thought implements ComputePath {

    private static final double LONG = 0.25;
    private static final int FEWEST_TOKENS = 10;
    private static final int MOST_TOKENS = 100_000;
    private static final Duration DEADLY_AFTER = Duration.ofMillis(400);

    private final World world;
    private final Life life;
    /** Used by a flaw alone. */
    private final Map<String, String> remembered = new HashMap<>();

    Thought(World world, Life life) {
        this.world = world;
        this.life = life;
    }

    @Override
    public Outcome think(Job job) throws TakenAwayException {
        Growth growth = null;
        try {
            Task task = job.task();
            world.invariants().thinks(task.asked(), job.trail().delivery());
            growth = begin(job);
            return grow(job, growth);
        } catch (InterruptedException _) { // Goes on as one that says how far it came.
            throw new TakenAwayException(Usage.NONE, growth == null ? List.of() : List.of(growth.soFar(world.clock())));
        }
    }

    private Growth begin(Job job) throws InterruptedException {
        Task task = job.task();
        List<BegunChain> begun = job.trail().begin();
        if (task.messages().getLast().content().contains(User.POISON)) {
            Fiber.pause(DEADLY_AFTER);
            throw life.crashHere();
        }
        Duration whole = world.chance(LONG) ? world.between(10_000, 90_000) : world.between(200, 5_000);
        int tokens = world.random().nextInt(FEWEST_TOKENS, MOST_TOKENS);
        if (begun.isEmpty()) {
            return Growth.anew(task.key(), tokens, whole, world.clock());
        }
        world.invariants()
                .resumed(
                        task.key(),
                        Growth.keyOf(begun.getFirst()),
                        begun.getFirst().tokens());
        return Growth.from(begun.getFirst(), whole, world.clock());
    }

    private Outcome grow(Job job, Growth growth) throws InterruptedException {
        Ticker clock = world.clock();
        Instant deadline = job.task().deadline();
        if (world.flaw() == Flaw.DEADLINES_PASS) {
            deadline = deadline.plus(Duration.ofHours(1));
        }
        while (clock.now().isBefore(deadline) && !growth.isWhole(clock)) {
            Duration left = Duration.between(clock.now(), deadline);
            Duration quiet = Duration.ofNanos(job.trail().quietNanos());
            life.pause(shortest(left, shortest(quiet, growth.left(clock))));
            job.trail().look(() -> List.of(growth.soFar(clock)));
        }
        return clock.now().isBefore(deadline) ? answered(job, growth) : missed(job);
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Outcome answered(Job job, Growth growth) {
        Task task = job.task();
        String own = task.messages().getLast().content();
        String answer = world.flaw() == Flaw.ANSWERS_BY_ID_ALONE
                ? remembered.computeIfAbsent(task.id().value(), _ -> own)
                : own;
        int tokens = growth.tokens();
        world.invariants().thought(task.key(), task.attempt(), tokens);
        int billed =
                world.flaw() == Flaw.BILLS_EACH_DELIVERY ? tokens * job.trail().delivery() : tokens;
        return new Outcome.Answered(
                Outcome.VERSION,
                job.asked(),
                new Chain(List.of(new ChainStep("it is as it is", FEWEST_TOKENS)), answer, answer),
                new Usage(FEWEST_TOKENS, billed, FEWEST_TOKENS, 0),
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
