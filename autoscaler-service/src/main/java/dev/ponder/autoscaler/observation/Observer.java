package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes observations of snapshots, one after the other. Waits for nobody. One thread. */
final class Observer {

    private final ServedPool pool;
    private final SteadyTime time;
    private final Lengths lengths = new Lengths();
    private final CounterSteps counters = new CounterSteps();
    private final Arrivals arrivals = new Arrivals();
    private final SurplusWatch surplus = new SurplusWatch();
    private final DueWatch dues;
    private Instant last;

    Observer(ServedPool pool, Instant at, long nanos) {
        this.pool = pool;
        this.time = new SteadyTime(at, nanos);
        this.dues = new DueWatch(pool);
        this.last = at;
    }

    PoolObservation observe(PoolSnapshot now) {
        Instant before = last;
        last = time.advance(now.at(), now.nanos());
        lengths.learn(now.reasoners());
        Reading<List<CounterSteps.Step>> steps = counters.advance(now.reasoners());
        List<Reading<Double>> arrived = arrivals.advance(pool, now);
        Ended ended = Ended.of(pool, surplus.look(pool, now, arrived), steps);
        LayerSplit split = LayerSplit.of(pool, now);
        List<ClassLoad> classes = new ArrayList<>();
        for (int i = 0; i < pool.classes().size(); i++) {
            ServedClass served = pool.classes().get(i);
            Work each = lengths.each(served);
            classes.add(new ClassLoad(
                    served.objective(),
                    arrived.get(i).map(each::times),
                    ended.work().get(i),
                    split.layers(i, each),
                    ended.firstTokenP90().get(i)));
        }
        return new PoolObservation(
                last,
                Duration.between(before, last),
                Replicas.of(now),
                classes,
                Paces.of(now, steps),
                dues.look(pool, now, last, lengths, split));
    }

    /** By topic about which it has to be asked once, the moments at which it has to be known how far it had come. */
    Map<String, List<Instant>> past(Instant wall) {
        return dues.past(wall);
    }
}
