package dev.ponder.bench.kills;

import dev.ponder.bench.stack.RequestSender;
import dev.ponder.bench.stack.ResultReader;
import dev.ponder.contracts.plan.SloClass;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps so many requests in flight, whatever happens to the house. Owns one thread. */
final class Load {

    /** Far below the time between two samples of what is in flight: after a fault all results may come at once. */
    private static final Duration LOOK = Duration.ofMillis(5);

    private static final int LEAST_TOKENS = 200;
    private static final int MOST_TOKENS = 600;

    private final RequestSender requests;
    private final ResultReader results;
    private final SplittableRandom random;
    private final int depth;
    private final Map<String, Integer> tokens = new ConcurrentHashMap<>();
    private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    private final Thread loop;
    private volatile boolean ends;

    Load(RequestSender requests, ResultReader results, SplittableRandom random, int depth) {
        this.requests = requests;
        this.results = results;
        this.random = random;
        this.depth = depth;
        this.loop = Thread.ofPlatform().name("load").start(this::run);
    }

    private void run() {
        try {
            while (!ends) {
                for (int i = inFlight(); i < depth; i++) {
                    ask();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        String id = "k-" + (sentNanos.size() + 1);
        int length = random.nextInt(LEAST_TOKENS, MOST_TOKENS);
        tokens.put(id, length);
        sentNanos.put(id, System.nanoTime());
        requests.send(id, length, true, SloClass.STANDARD);
    }

    /** How many were asked and are not settled; those too that the broker has not taken yet. */
    int inFlight() {
        return sentNanos.size() - results.arrivedNanos().size();
    }

    /** How many the broker has taken that are not settled: where it is down, the new ones wait in their producer. */
    int taken() {
        return Math.toIntExact(requests.acknowledged().stream()
                .filter(id -> !results.arrivedNanos().containsKey(id))
                .count());
    }

    /** How many tokens the answer to each request has. */
    Map<String, Integer> tokens() {
        return tokens;
    }

    /** When each request was sent, on the stopwatch. */
    Map<String, Long> sentNanos() {
        return sentNanos;
    }

    /** Asks no more; what is in flight comes or doesn't. */
    void end() throws InterruptedException {
        ends = true;
        loop.join();
    }
}
