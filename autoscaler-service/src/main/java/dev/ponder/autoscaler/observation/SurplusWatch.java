package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.scaling.observation.Reading;
import java.util.List;

/** Whether work beyond tenants' shares may have been there: what waited at one look may have ended before the next. One thread. */
final class SurplusWatch {

    private boolean before;

    /** Whether it may have been there since the look before; what is not known may have been. */
    boolean look(ServedPool pool, PoolSnapshot now, List<Reading<Double>> arrived) {
        boolean waits = false;
        boolean came = false;
        for (int i = 0; i < pool.classes().size(); i++) {
            ServedClass served = pool.classes().get(i);
            if (served.isSurplus()) {
                waits |= now.backlog(served.topic())
                        .known()
                        .map(known -> known.open() > 0)
                        .orElse(true);
                came |= arrived.get(i).known().map(count -> count > 0).orElse(true);
            }
        }
        boolean there = before || waits || came;
        before = waits;
        return there;
    }
}
