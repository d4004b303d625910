package dev.ponder.local.explain;

import dev.ponder.local.terminal.Screen;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Shows the decision about a pool that stood at a time, and what it was made from. */
final class StandingLines {

    private static final String INDENT = "  ";

    private final Screen screen;

    StandingLines(Screen screen) {
        this.screen = screen;
    }

    void show(PoolStory story, Instant at) {
        screen.title("Pool " + story.pool() + " at " + Words.time(at));
        story.standing()
                .ifPresentOrElse(
                        this::show, () -> screen.line(INDENT + "nothing was decided yet, as far as the file says"));
    }

    private void show(Standing standing) {
        Decision decided = standing.entry().decided();
        screen.line(INDENT
                + "%d replicas, wanted since %s; decided last in %s, at %s"
                        .formatted(
                                decided.replicas(),
                                Words.time(standing.since()),
                                standing.place().words(),
                                Words.time(decided.at())));
        decided.reasons().forEach(reason -> screen.line(INDENT + INDENT + reason));
        show(standing.entry().seen());
        LawEntry law = standing.law();
        screen.line(INDENT + "the law: " + (law == null ? "the file does not say" : Words.law(law.settings())));
    }

    private void show(PoolObservation seen) {
        screen.line(INDENT + "seen: "
                + seen.replicas().known().map(_ -> counts(seen)).orElse("nobody said which replicas"));
        for (ClassLoad one : seen.classes()) {
            screen.line(INDENT
                    + INDENT
                    + "%s: %s came in %s s, %s queued, %s buffered, %s gated, %s dispatched"
                            .formatted(
                                    one.objective().name(),
                                    Words.requests(one.arrived()),
                                    seen.since().toSeconds(),
                                    Words.requests(one.layers().queued()),
                                    Words.requests(one.layers().buffered()),
                                    Words.requests(one.layers().gated()),
                                    Words.requests(one.layers().dispatched())));
        }
        seen.due().known().filter(due -> !due.isEmpty()).ifPresent(this::due);
        seen.missing().forEach(why -> screen.line(INDENT + INDENT + "missing: " + why));
    }

    private void due(List<Due> due) {
        double requests = due.stream().mapToDouble(one -> one.work().requests()).sum();
        Instant first =
                due.stream().map(Due::deadline).min(Comparator.naturalOrder()).orElseThrow();
        screen.line(INDENT
                + INDENT
                + "%s wait with a deadline, the first at %s".formatted(Words.amount(requests), Words.time(first)));
    }

    private static String counts(PoolObservation seen) {
        return "%d ready, %d starting, %d draining"
                .formatted(
                        seen.count(Phase.READY).orElse(0),
                        seen.count(Phase.STARTING).orElse(0),
                        seen.count(Phase.DRAINING).orElse(0));
    }
}
