package dev.ponder.triton.client.shard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a server is spoken to.
 *
 * @param model the model's name there
 * @param channels HTTP/2 connections, 1 to 4: one carries hundreds of streams, more help past its flow control
 * @param keepAlive how often an idle connection with calls in progress is pinged; a Triton server with its default settings
 *     answers pings more often than every five minutes with GOAWAY
 * @param callDeadline of calls that are not generations
 * @param stopBySide whether a cancel is also sent as a {@code stop} request, for models that a cancelled call does not reach
 */
public record ShardSettings(String model, int channels, Duration keepAlive, Duration callDeadline, boolean stopBySide) {

    private static final int MOST_CHANNELS = 4;
    private static final Duration LEAST_KEEP_ALIVE = Duration.ofMinutes(5);

    public ShardSettings {
        requireNonNull(model, "model is null");
        requireNonNull(callDeadline, "callDeadline is null");
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("channels is not in 1.." + MOST_CHANNELS + ": " + channels);
        }
        if (keepAlive.compareTo(LEAST_KEEP_ALIVE) < 0) {
            throw new IllegalArgumentException("keepAlive is below five minutes, which earns a GOAWAY: " + keepAlive);
        }
    }

    /** The settings for a model that suit most servers. */
    public static ShardSettings of(String model) {
        return new ShardSettings(model, 1, Duration.ofMinutes(6), Duration.ofSeconds(5), false);
    }
}
