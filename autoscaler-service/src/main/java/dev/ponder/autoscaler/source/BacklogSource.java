package dev.ponder.autoscaler.source;

import dev.ponder.scaling.observation.Reading;
import java.util.Map;

/** Says what lies in work topics. */
public interface BacklogSource {

    /** By topic, all that were asked about; waits for the broker a bounded time, and is missing where it does not answer. */
    Map<String, Reading<TopicBacklog>> read() throws InterruptedException;
}
