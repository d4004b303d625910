package dev.ponder.local.explain;

import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LogEntry;
import dev.ponder.scaling.log.UnreadableLineException;
import dev.ponder.scaling.replay.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files of decisions, played from the first line to the last: a story a pool, and the lines that could not be read. One thread. */
final class Played {

    /** That many are kept to be shown, so that a file of another kind does not fill the memory. */
    private static final int SHOWN = 10;

    private final Instant until;
    private final Replay replay = new Replay();
    private final Map<String, PoolStory> stories = new TreeMap<>();
    private final List<WrongLine> wrong = new ArrayList<>();
    private long wrongLines;
    private @Nullable WrongLine cut;

    private Played(Instant until) {
        this.until = until;
    }

    /**
     * Plays files.
     *
     * @param files in the order in which they were written
     * @param until the time whose standing decision is asked for
     */
    static Played of(List<LogFile> files, Instant until) throws IOException {
        Played played = new Played(until);
        for (LogFile file : files) {
            String named = files.size() == 1 ? "" : file.name();
            long number = 0;
            try (BufferedReader lines = LogFile.open(file.path())) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    played.take(line, new Place(named, ++number), file.name());
                }
            }
        }
        return played;
    }

    private void take(String line, Place place, String file) {
        if (line.isBlank()) {
            return;
        }
        if (cut != null) {
            refuse(cut);
            cut = null;
        }
        try {
            LogEntry entry = DecisionLines.read(line);
            stories.computeIfAbsent(entry.pool(), pool -> new PoolStory(pool, until))
                    .take(place, replay.take(entry));
        } catch (UnreadableLineException unreadable) {
            unreadable.lawOf().ifPresent(replay::forget);
            WrongLine one = new WrongLine(file, place.line(), String.valueOf(unreadable.getMessage()));
            if (unreadable.isCut()) {
                cut = one;
            } else {
                refuse(one);
            }
        }
    }

    private void refuse(WrongLine one) {
        wrongLines++;
        if (wrong.size() < SHOWN) {
            wrong.add(one);
        }
    }

    /** By the pools' names. */
    Collection<PoolStory> stories() {
        return Collections.unmodifiableCollection(stories.values());
    }

    /** The first lines that could not be read. */
    List<WrongLine> wrong() {
        return List.copyOf(wrong);
    }

    /** How many lines could not be read, without a last one that is cut short. */
    long wrongLines() {
        return wrongLines;
    }

    /** The last line, where it is cut short: it is being written, or its writer was ended in the middle of it. */
    @Nullable
    WrongLine cut() {
        return cut;
    }

    /** Whether all lines could be read. */
    boolean isWhole() {
        return wrongLines == 0;
    }
}
