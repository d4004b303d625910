package dev.ponder.bench.kills;

import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Ends one process after another, by SIGKILL or SIGTERM, and starts it again a little later. Seeded. */
final class Attack {

    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 4_000;
    private static final String BROKER = "broker";

    private final Stack stack;
    private final SplittableRandom random;
    private final IntSupplier inFlight;
    private final Consumer<String> log;
    private final List<String> victims;
    private final List<String> turns;
    private final Set<String> starting = new HashSet<>();
    private final List<Strike> strikes = new ArrayList<>();

    Attack(Stack stack, List<String> victims, IntSupplier inFlight, SplittableRandom random, Consumer<String> log) {
        this.stack = stack;
        this.victims = victims;
        this.random = random;
        this.inFlight = inFlight;
        this.log = log;
        this.turns = new ArrayList<>(victims);
    }

    /** One fault: every victim has its turn, in a new random order each round. */
    void strike(int number, int of) throws LaunchException, InterruptedException {
        if (turns.isEmpty()) {
            turns.addAll(victims);
        }
        String victim = turns.remove(random.nextInt(turns.size()));
        boolean gently = victim.equals(BROKER) || random.nextBoolean();
        Thread.sleep(between());
        if (starting.remove(victim)) {
            stack.awaitReady(victim);
        }
        log.accept("  fault %d of %d: %s %s".formatted(number, of, gently ? "SIGTERM" : "SIGKILL", victim));
        strikes.add(new Strike(victim, System.nanoTime(), inFlight.getAsInt()));
        if (gently) {
            stack.terminate(victim);
        } else {
            stack.kill(victim);
        }
        Thread.sleep(between());
        stack.restart(victim);
        starting.add(victim);
        if (victim.equals(BROKER)) {
            stack.awaitReady(victim);
            starting.remove(victim);
        }
    }

    /** Waits until everything serves again. */
    void awaitAll() throws LaunchException, InterruptedException {
        for (String name : starting) {
            stack.awaitReady(name);
        }
        starting.clear();
    }

    /** What was hit so far, in order. */
    List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    private Duration between() {
        return Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
    }
}
