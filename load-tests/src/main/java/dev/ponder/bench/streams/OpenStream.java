package dev.ponder.bench.streams;

import dev.ponder.contracts.chunk.Chunk;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * One generation as its chunks tell it: whether its text is whole, and for each token when a shard said it, when its chunk was
 * published and when a reader had it. One thread.
 */
final class OpenStream {

    private static final double MILLIS = 1e3;

    private final long[] said;
    private final long[] published;
    private final long[] read;
    private int tokens;
    private int seq;
    private boolean torn;
    private boolean ended;

    /** Expects so many tokens. */
    OpenStream(int expected) {
        this.said = new long[expected];
        this.published = new long[expected];
        this.read = new long[expected];
    }

    void accept(Chunk chunk, long publishedMillis, long readMillis) {
        torn |= chunk.seq() != seq++;
        if (chunk.kind() == Chunk.Kind.END) {
            ended = true;
            return;
        }
        for (String stamp : chunk.text().strip().split(" ")) {
            note(stamp.split("@"), publishedMillis, readMillis);
        }
    }

    private void note(String[] stamp, long publishedMillis, long readMillis) {
        if (tokens == said.length || stamp.length != 2 || Integer.parseInt(stamp[0]) != tokens) {
            torn = true;
            return;
        }
        said[tokens] = Long.parseLong(stamp[1]);
        published[tokens] = publishedMillis;
        read[tokens] = readMillis;
        tokens++;
    }

    /** Whether chunks or tokens are missing, too many or out of order. */
    boolean torn() {
        return torn || (ended && tokens < said.length);
    }

    boolean ended() {
        return ended;
    }

    /** Whether its first token was published before a time began and its last one not before it was over. */
    boolean openThrough(Window window) {
        return tokens > 0 && published[0] <= window.fromMillis() && published[tokens - 1] >= window.toMillis();
    }

    /** How many tokens a second were published in a time. */
    double tokensPerSecond(Window window) {
        return Arrays.stream(published, 0, tokens).filter(window::holds).count() / window.seconds();
    }

    /** How long after they were said the tokens of a time were published, in seconds. */
    DoubleStream lateToPublish(Window window) {
        return late(published, window);
    }

    /** How long after they were said a reader had the tokens of a time, in seconds. */
    DoubleStream lateToRead(Window window) {
        return late(read, window);
    }

    /** Of what was said in the time: a token that comes after it is late, not left out. */
    private DoubleStream late(long[] came, Window window) {
        DoubleStream.Builder late = DoubleStream.builder();
        for (int i = 0; i < tokens; i++) {
            if (window.holds(said[i])) {
                late.add((came[i] - said[i]) / MILLIS);
            }
        }
        return late.build();
    }
}
