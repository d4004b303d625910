package dev.ponder.reasoner.progress;

import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keepers of progress for tests. */
public final class Keepers {

    private Keepers() {}

    /** One that keeps nothing, and finds nothing. */
    public static ProgressKeeper forgetful() {
        return keeper(new Pace(Duration.ofHours(1), 1), Optional.empty(), new ArrayList<>(), Ticker.system());
    }

    /** Progress that tells of deliveries that were begun alone, and of nothing thought. */
    public static Progress alone(Task task, int times) {
        Progress nothing = progress(task, 1, List.of());
        return new Progress(
                nothing.v(),
                nothing.tenant(),
                nothing.id(),
                nothing.attempt(),
                nothing.delivery(),
                nothing.arrivedAt(),
                nothing.chains(),
                nothing.at(),
                times,
                Map.of());
    }

    /** Progress of a task's first dispatch. */
    public static Progress progress(Task task, int delivery, String text, int tokens) {
        return progress(task, delivery, List.of(new BegunChain(text, tokens, List.of("gone:1"))));
    }

    /** The same, of several chains. */
    public static Progress progress(Task task, int delivery, List<BegunChain> chains) {
        return new Progress(
                Progress.VERSION,
                task.tenant(),
                task.id(),
                1,
                delivery,
                task.arrivedAt(),
                chains,
                task.arrivedAt().plusSeconds(2),
                0,
                Map.of());
    }

    /** One that finds this, and notes what it is given. */
    public static ProgressKeeper keeper(Pace pace, Optional<Progress> found, List<Progress> kept, Ticker ticker) {
        return new ProgressKeeper(
                progress -> {
                    kept.add(progress);
                    return CompletableFuture.completedFuture(null);
                },
                (_, _, _) -> found,
                pace,
                Duration.ofSeconds(1),
                true,
                ticker);
    }
}
