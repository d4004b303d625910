package dev.ponder.bench.kills;

import dev.ponder.bench.stack.RequestSender;
import dev.ponder.bench.stack.ResultReader;
import dev.ponder.contracts.plan.SloClass;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps so many requests in flight, whatever happens to the house: the next one is asked as soon as a result is read and before another is, so
 * that a fault that holds all results up and frees them at once leaves no gap.
 */
final class Load {

    private static final int LEAST_TOKENS = 200;
    private static final int MOST_TOKENS = 600;

    private final RequestSender requests;
    private final ResultReader results;
    private final SplittableRandom random;
    private final Map<String, Integer> tokens = new ConcurrentHashMap<>();
    private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    private boolean ends;

    private Load(RequestSender requests, ResultReader results, SplittableRandom random) {
        this.requests = requests;
        this.results = results;
        this.random = random;
    }

    /** Asks the first ones, and from then on one for each result. */
    static Load keep(int depth, RequestSender requests, ResultReader results, SplittableRandom random) {
        Load load = new Load(requests, results, random);
        results.onEach(load::ask);
        for (int i = 0; i < depth; i++) {
            load.ask();
        }
        return load;
    }

    private synchronized void ask() {
        if (ends) {
            return;
        }
        String id = "k-" + (sentNanos.size() + 1);
        int length = random.nextInt(LEAST_TOKENS, MOST_TOKENS);
        tokens.put(id, length);
        sentNanos.put(id, System.nanoTime());
        requests.send(id, length, true, SloClass.STANDARD);
    }

    /** How many were asked and are not settled; those too that the broker has not taken yet. Looks again where a result comes meanwhile. */
    int inFlight() {
        while (true) {
            int arrived = results.arrivedNanos().size();
            int asked = sentNanos.size();
            if (arrived == results.arrivedNanos().size()) {
                return asked - arrived;
            }
        }
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
    synchronized void end() {
        ends = true;
    }
}
