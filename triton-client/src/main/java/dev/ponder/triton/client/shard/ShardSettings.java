package dev.ponder.triton.client.shard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a server is spoken to.
 *
 * @param model the model's name there
 * @param channels HTTP/2 connections, 1 to 4: one carries hundreds of streams, more help past its flow control
 * @param keepAlive how often a connection with calls in progress is pinged; one without calls never is
 * @param leastPing the server's {@code --grpc-http2-min-recv-ping-interval-without-data}, five minutes by default: a client that
 *     pings more often earns GOAWAY {@code too_many_pings}, and loses all its streams
 * @param callDeadline of calls that are not generations
 * @param maxMessageBytes the largest message that is taken; gRPC's own 4 MiB would end the whole stream on a long answer
 * @param stopBySide whether a cancel is also sent as a {@code stop} request to models whose metadata does not show that they need it;
 *     to an ensemble it always is
 * @param security who the client is and whom it believes
 */
public record ShardSettings(
        String model,
        int channels,
        Duration keepAlive,
        Duration leastPing,
        Duration callDeadline,
        int maxMessageBytes,
        boolean stopBySide,
        ShardSecurity security) {

    private static final int MOST_CHANNELS = 4;
    private static final Duration SERVER_DEFAULT = Duration.ofMinutes(5);
    private static final int ROOMY = 64 << 20;

    public ShardSettings {
        requireNonNull(model, "model is null");
        requireNonNull(callDeadline, "callDeadline is null");
        requireNonNull(security, "security is null");
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("channels is not in 1.." + MOST_CHANNELS + ": " + channels);
        }
        if (keepAlive.compareTo(leastPing) < 0) {
            throw new IllegalArgumentException(
                    "keepAlive of " + keepAlive + " is below what the server allows, " + leastPing);
        }
        if (maxMessageBytes < 1) {
            throw new IllegalArgumentException("maxMessageBytes is below 1: " + maxMessageBytes);
        }
    }

    /** The settings for a model that suit most servers. */
    public static ShardSettings of(String model) {
        return new ShardSettings(
                model,
                1,
                Duration.ofMinutes(6),
                SERVER_DEFAULT,
                Duration.ofSeconds(5),
                ROOMY,
                false,
                ShardSecurity.plain());
    }

    /** The same with another number of connections. */
    public ShardSettings withChannels(int count) {
        return new ShardSettings(
                model, count, keepAlive, leastPing, callDeadline, maxMessageBytes, stopBySide, security);
    }

    /** The same with pings as often as the server was set to allow. */
    public ShardSettings withKeepAlive(Duration every, Duration serverLeast) {
        return new ShardSettings(
                model, channels, every, serverLeast, callDeadline, maxMessageBytes, stopBySide, security);
    }

    /** The same with another bound of calls that are not generations. */
    public ShardSettings withCallDeadline(Duration deadline) {
        return new ShardSettings(
                model, channels, keepAlive, leastPing, deadline, maxMessageBytes, stopBySide, security);
    }

    /** The same with another largest message. */
    public ShardSettings withMaxMessageBytes(int bytes) {
        return new ShardSettings(model, channels, keepAlive, leastPing, callDeadline, bytes, stopBySide, security);
    }

    /** The same, each cancel sent as a request too. */
    public ShardSettings stoppingBySide() {
        return new ShardSettings(model, channels, keepAlive, leastPing, callDeadline, maxMessageBytes, true, security);
    }

    /** The same, spoken to otherwise than in plain text. */
    public ShardSettings secured(ShardSecurity by) {
        return new ShardSettings(model, channels, keepAlive, leastPing, callDeadline, maxMessageBytes, stopBySide, by);
    }
}
