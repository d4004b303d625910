package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Watches by when the work of a pool is due, class by class. What lay there before the first look is put in its place by when it came, so
 * that a process that starts anew forgets no deadline. One thread.
 */
final class DueWatch {

    /** Spans in which the past is asked about; one question to the broker each. */
    private static final int PAST = 16;

    /** One class: its deadlines, and how many records had come at the last look that could count them. */
    private static final class Watched {
        private final Deadlines deadlines;
        private Instant lookedAt = Instant.MIN;
        private long ended = -1;

        Watched(Duration promise) {
            this.deadlines = new Deadlines(promise);
        }
    }

    private final Map<String, Watched> classes = new HashMap<>();

    DueWatch(ServedPool pool) {
        for (ServedClass one : pool.classes()) {
            one.due().ifPresent(promise -> classes.put(one.topic(), new Watched(promise)));
        }
    }

    /** By topic whose past is not known yet, the moments at which it has to be. */
    Map<String, List<Instant>> past(Instant now) {
        Map<String, List<Instant>> asked = new HashMap<>();
        classes.forEach((topic, one) -> {
            if (one.ended < 0) {
                Duration promise = one.deadlines.promise();
                asked.put(
                        topic,
                        IntStream.range(0, PAST)
                                .mapToObj(i ->
                                        now.minus(promise.multipliedBy(PAST - i).dividedBy(PAST)))
                                .toList());
            }
        });
        return asked;
    }

    /** What waits with a deadline; missing where no class has deadlines, or where it is not known of one. */
    Reading<List<Due>> look(ServedPool pool, PoolSnapshot now, Instant at, Lengths lengths, LayerSplit split) {
        List<Due> all = new ArrayList<>();
        Reading<List<Due>> missing = Reading.missing("no class of this pool has deadlines");
        boolean known = false;
        for (int i = 0; i < pool.classes().size(); i++) {
            ServedClass served = pool.classes().get(i);
            Watched watched = classes.get(served.topic());
            if (watched != null) {
                switch (look(watched, served, now, at)) {
                    case Reading.Missing<Deadlines>(String why) -> {
                        return Reading.missing(why);
                    }
                    case Reading.Known<Deadlines>(Deadlines deadlines) -> {
                        known = true;
                        all.addAll(
                                deadlines.waiting(split.dispatched(i), lengths.each(served), lengths.longest(served)));
                    }
                }
            }
        }
        return known ? Reading.of(all) : missing;
    }

    private static Reading<Deadlines> look(Watched watched, ServedClass served, PoolSnapshot now, Instant at) {
        return switch (now.backlog(served.topic())) {
            case Reading.Missing<TopicBacklog>(String why) -> Reading.missing(why);
            case Reading.Known<TopicBacklog>(TopicBacklog backlog) -> {
                if (watched.ended >= 0) {
                    watched.deadlines.came(watched.lookedAt, backlog.ended() - watched.ended);
                } else if (now.past(served.topic()) instanceof Reading.Missing<Past>(String why)) {
                    yield Reading.missing(why);
                } else {
                    begin(watched.deadlines, now.past(served.topic()).known().orElseThrow(), backlog.ended());
                }
                watched.ended = backlog.ended();
                watched.lookedAt = at;
                watched.deadlines.open(at, backlog.open());
                yield Reading.of(watched.deadlines);
            }
        };
    }

    /** What is older than all moments came at the first one: it is due. */
    private static void begin(Deadlines deadlines, Past past, long ended) {
        long before = 0;
        for (int i = 0; i < past.moments().size(); i++) {
            Instant earliest = past.moments().get(Math.max(0, i - 1));
            deadlines.came(earliest, past.cameBefore().get(i) - before);
            before = Math.max(before, past.cameBefore().get(i));
        }
        deadlines.came(past.moments().getLast(), ended - before);
    }
}
