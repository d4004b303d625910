package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

/**
 * One topic that a queue works on: a pool's work of one class, or its surplus.
 *
 * @param topic one partition for a share group (see the module's README); any number for a consumer group
 * @param group group that shares the topic's work; a lane of its own group has up to 1,000 share members of its own
 * @param weight how often this lane is served when several have work, beside the others' weights; 0 is never while one that has a
 *     weight has work
 */
public record WorkLane(String topic, String group, int weight) {

    public WorkLane {
        requireNonNull(topic, "topic is null");
        requireNonNull(group, "group is null");
        if (weight < 0) {
            throw new IllegalArgumentException("weight of " + topic + " is below 0: " + weight);
        }
    }

    /** A lane that gets what the others leave over. */
    public static WorkLane ofSurplus(String topic, String group) {
        return new WorkLane(topic, group, 0);
    }
}
