package dev.ponder.scaling.replay;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingLaw;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.log.LogEntry;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;

/** Plays a log again, line by line: each observation is put to a law of the settings that its pool's last law line says. One thread. */
public final class Replay {

    private final Map<String, Running> laws = new HashMap<>();

    private record Running(LawSettings settings, ScalingLaw law) {}

    /** Takes the next line. */
    public Replayed take(LogEntry entry) {
        return switch (entry) {
            case LawEntry law -> begin(law);
            case DecisionEntry logged -> ask(logged);
        };
    }

    /** Asks no law about this pool until the next one begins: the line that says it could not be read. */
    public void forget(String pool) {
        laws.remove(pool);
    }

    private Replayed begin(LawEntry entry) {
        Running running = laws.get(entry.pool());
        if (running != null && !entry.begins() && running.settings().equals(entry.settings())) {
            return new Replayed.Continued(entry);
        }
        laws.put(entry.pool(), new Running(entry.settings(), new ScalingLaw(entry.settings())));
        return new Replayed.Began(entry);
    }

    private Replayed ask(DecisionEntry logged) {
        Running running = laws.get(logged.pool());
        if (running == null) {
            return new Replayed.Unasked(logged, "no line before it says the law");
        }
        try {
            Decision again = running.law().decide(logged.seen());
            return again.equals(logged.decided()) ? new Replayed.Same(logged) : new Replayed.Differed(logged, again);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException absurd) {
            // A file may hold what no cluster shows, such as a time beyond the calendar; its other lines still count.
            return new Replayed.Unasked(logged, "the law has no answer to what was seen: " + absurd.getMessage());
        }
    }
}
