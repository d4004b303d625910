package dev.ponder.bench.kills;

import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Ends one process after another, each by SIGKILL and SIGTERM in turn, and starts it again a little later. Seeded. One thread. */
final class Attack {

    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 4_000;
    private static final String BROKER = "broker";
    private static final double NANOS = 1e9;

    private final Stack stack;
    private final SplittableRandom random;
    private final Consumer<String> log;
    private final List<String> victims;
    private final List<String> turns;
    private final Set<String> starting = new HashSet<>();
    /** How each victim was ended last; the first time is left to chance. */
    private final Map<String, Boolean> gentlyLast = new HashMap<>();

    private final List<Strike> strikes = new ArrayList<>();

    Attack(Stack stack, List<String> victims, SplittableRandom random, Consumer<String> log) {
        this.stack = stack;
        this.victims = victims;
        this.random = random;
        this.log = log;
        this.turns = new ArrayList<>(victims);
    }

    /** One fault: every victim has its turn, in a new random order each round. */
    void strike(int number, int of) throws LaunchException, InterruptedException {
        if (turns.isEmpty()) {
            turns.addAll(victims);
        }
        String victim = turns.remove(random.nextInt(turns.size()));
        boolean gently = gentlyLast.merge(victim, random.nextBoolean(), (last, _) -> !last);
        Thread.sleep(between());
        if (starting.contains(victim)) {
            awaitReady(victim);
        }
        log.accept("  fault %d of %d: %s %s".formatted(number, of, gently ? "SIGTERM" : "SIGKILL", victim));
        strikes.add(new Strike(victim, System.nanoTime()));
        if (gently) {
            stack.terminate(victim);
        } else {
            stack.kill(victim);
        }
        Thread.sleep(between());
        stack.restart(victim);
        starting.add(victim);
        if (victim.equals(BROKER)) {
            awaitReady(victim);
        }
    }

    private void awaitReady(String victim) throws LaunchException, InterruptedException {
        stack.awaitReady(victim);
        starting.remove(victim);
    }

    /** Waits until everything serves again. */
    void awaitAll() throws LaunchException, InterruptedException {
        for (String name : List.copyOf(starting)) {
            awaitReady(name);
        }
    }

    /** In words what was hit last before a moment on the stopwatch. */
    String last(long nanos) {
        return strikes.stream()
                .filter(strike -> strike.nanos() - nanos <= 0)
                .reduce((_, later) -> later)
                .map(strike -> "%.1f s after %s was ended".formatted((nanos - strike.nanos()) / NANOS, strike.victim()))
                .orElse("before the first fault");
    }

    /** What was hit so far, in order. */
    List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    private Duration between() {
        return Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
    }
}
