package dev.ponder.autoscaler.source;

import dev.ponder.scaling.observation.Reading;
import java.util.List;

/** Says which replicas there are. */
public interface ReplicaSource {

    /** All that cost money; waits for the cluster a bounded time, and is missing where it does not answer. */
    Reading<List<SeenReplica>> read() throws InterruptedException;

    /** A cluster that nobody may ask. */
    static ReplicaSource unset(String why) {
        return () -> Reading.missing(why);
    }
}
