package dev.ponder.simulation.check;

import dev.ponder.mechanics.time.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes down what happens: how often, the last of it in words, and all of it as one hash, by which two runs can be told apart. */
public final class Journal {

    private static final int LAST = 40;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Ticker clock;
    private final Map<Happening, Integer> counts = new EnumMap<>(Happening.class);
    private final Deque<String> last = new ArrayDeque<>();
    private final MessageDigest hash;

    /** Nothing has happened yet. */
    public Journal(Ticker clock) {
        this.clock = clock;
        try {
            this.hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Something happens. */
    public void note(Happening what, String subject) {
        String line = "%10.3f ms %s %s".formatted(clock.nanos() / NANOS_PER_MILLI, what, subject);
        hash.update(line.getBytes(StandardCharsets.UTF_8));
        counts.merge(what, 1, Integer::sum);
        last.addLast(line);
        if (last.size() > LAST) {
            last.removeFirst();
        }
    }

    /** Something has happened so often, in all. */
    public void count(Happening what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    /** How often what happened. */
    public Map<Happening, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** What happened last, oldest first. */
    public List<String> last() {
        return List.copyOf(last);
    }

    /** All of it, in order, as one hash. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) hash.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("SHA-256 can be cloned", impossible);
        }
    }
}
