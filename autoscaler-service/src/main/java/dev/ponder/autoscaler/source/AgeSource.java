package dev.ponder.autoscaler.source;

import dev.ponder.scaling.observation.Reading;
import java.time.Instant;
import java.util.List;

/** Says when the records of work topics came, though nobody watched. */
public interface AgeSource {

    /**
     * For each moment, how many records had ever come to the topic before it; waits for the broker a bounded time, and is missing where
     * it does not answer.
     *
     * @param moments rising
     */
    Reading<List<Long>> cameBefore(String topic, List<Instant> moments) throws InterruptedException;
}
