package dev.ponder.local.launch;

import java.nio.file.Path;
import java.util.List;

/**
 * What a stack on this machine shall be like.
 *
 * @param partitions of the topics that have many
 * @param shards how many simulated shards
 * @param answers recorded answers for the shards to give, beside those of our sample; the rest they work out or say that they can't
 * @param brokerPort where the broker serves, 0 for any free port
 * @param recordStartup whether programs without a start-up cache shall record one
 */
public record StackSettings(int partitions, int shards, List<Path> answers, int brokerPort, boolean recordStartup) {

    /** Eight partitions, two shards, any port. */
    public static final StackSettings DEFAULT = new StackSettings(8, 2, List.of(), 0, false);

    public StackSettings {
        answers = List.copyOf(answers);
        if (partitions < 1 || shards < 1) {
            throw new IllegalArgumentException("partitions or shards is below 1: " + partitions + ", " + shards);
        }
    }

    /** The same with these recorded answers. */
    public StackSettings withAnswers(List<Path> files) {
        return new StackSettings(partitions, shards, files, brokerPort, recordStartup);
    }

    /** The same on this port. */
    public StackSettings withBrokerPort(int port) {
        return new StackSettings(partitions, shards, answers, port, recordStartup);
    }

    /** The same, recording start-up caches where there are none. */
    public StackSettings recordingStartup() {
        return new StackSettings(partitions, shards, answers, brokerPort, true);
    }
}
