package dev.ponder.autoscaler.board;

import dev.ponder.autoscaler.observation.Seen;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What might be seen of a pool with one class. */
public final class Sights {

    private Sights() {}

    public static Seen of(Reading<Work> queued) {
        Reading<Work> nothing = Reading.of(Work.NONE);
        ClassLoad load = new ClassLoad(
                new Objective("standard", Duration.ofMinutes(1), Duration.ofMillis(100)),
                nothing,
                nothing,
                new Layers(queued, nothing, nothing, nothing),
                Reading.missing("none came"));
        return new Seen(
                new PoolObservation(
                        Instant.EPOCH,
                        Duration.ofSeconds(5),
                        Reading.missing("unset"),
                        List.of(load),
                        Reading.missing("unset"),
                        Reading.missing("unset")),
                Map.of(),
                Reading.of(0.5));
    }

    public static Seen calm() {
        return of(Reading.of(Work.NONE));
    }
}
