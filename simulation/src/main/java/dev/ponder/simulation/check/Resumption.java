package dev.ponder.simulation.check;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.simulation.time.Fiber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether work that comes again goes on from its own beginning, only where it must, and leaves nothing behind. */
final class Resumption {

    /** What is written in the very moment in which somebody looks need not be seen. */
    private static final Duration SEEN_AFTER = Duration.ofSeconds(1);
    /** Until then settlement has dealt with an outcome when all is well. */
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(20);

    private final Ticker clock;
    private final Map<RequestKey, Request> requests;
    private final Violations violations;
    private final Journal journal;
    /** When whoever runs looked for an outcome last. */
    private final Map<Fiber, Long> lookedNanos = new HashMap<>();

    Resumption(Ticker clock, Map<RequestKey, Request> requests, Violations violations, Journal journal) {
        this.clock = clock;
        this.requests = requests;
        this.violations = violations;
        this.journal = journal;
    }

    void thinks(Asked asked, int delivery) {
        Long looked = lookedNanos.remove(running());
        Request request = requests.get(asked.key());
        if (request == null || delivery < 2) {
            return;
        }
        Long concluded = request.outcomes.get(Request.dispatch(asked));
        // A process may stand still between its look and what follows from it.
        long sinceNanos = looked == null ? clock.nanos() : looked;
        if (concluded != null && sinceNanos - concluded > SEEN_AFTER.toNanos()) {
            violations.add(
                    "I4 thought twice",
                    asked.key() + " attempt " + asked.attempt() + " is thought about and has its outcome");
        }
    }

    void looked() {
        lookedNanos.put(running(), clock.nanos());
    }

    /** As if it had been before anything was there to be seen. */
    void lookedInVain() {
        lookedNanos.put(running(), 0L);
    }

    void resumed(RequestKey key, String owner, int tokens) {
        journal.note(Happening.RESUMED, key + " from token " + tokens);
        if (!owner.equals(key.toString())) {
            violations.add("I5 foreign", key + " goes on from what " + owner + " had begun");
        }
    }

    void kept(ConsumerRecord<byte[], byte[]> record) {
        String digest = new String(record.key(), StandardCharsets.UTF_8);
        boolean kept = record.value() != null;
        requests.forEach((key, request) -> {
            if (key.digest().equals(digest)) {
                journal.note(kept ? Happening.KEPT : Happening.CLEARED, key.toString());
                request.progress = kept;
                request.progressNanos = clock.nanos();
            }
        });
    }

    void concluded(RequestKey key, int attempt) {
        Request request = requests.get(key);
        if (request != null) {
            request.concludedWithProgress.put(attempt, clock.nanos());
        }
    }

    /** What came after the outcome ends with its retention; so does what a second work record of the same attempt left. */
    void checkEnd() {
        requests.forEach((key, request) -> {
            Long concluded = request.concludedWithProgress.get(request.settledBy);
            if (request.settled
                    && request.progress
                    && concluded != null
                    && isOlder(concluded, SETTLED_AFTER)
                    && request.progressNanos < concluded
                    && request.places.getOrDefault(request.settledBy, Set.of()).size() < 2) {
                violations.add("I9 left behind", key + " is settled, and its progress is still there");
            }
        });
    }

    private boolean isOlder(long sinceNanos, Duration than) {
        return clock.nanos() - sinceNanos > than.toNanos();
    }

    private static Fiber running() {
        return requireNonNull(Fiber.current(), "nobody runs");
    }
}
