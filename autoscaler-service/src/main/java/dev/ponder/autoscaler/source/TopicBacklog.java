package dev.ponder.autoscaler.source;

/**
 * What lies in a work topic.
 *
 * @param ended how many records ever came: the sum of the end offsets
 * @param open how many are not done with, those in flight among them
 */
public record TopicBacklog(long ended, long open) {

    public TopicBacklog {
        if (ended < 0 || open < 0) {
            throw new IllegalArgumentException("offsets are not negative: %d, %d".formatted(ended, open));
        }
    }
}
