package dev.ponder.contracts.progress;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain that was begun, as far as it came.
 *
 * @param text what the model wrote, tags and all, so that a prompt with it behind goes on exactly there
 * @param tokens how many tokens that took: exact where the engine gives token ids, else an estimate
 * @param shards which shards wrote it
 * @param ended why the model wrote no more, as {@link dev.ponder.contracts.outcome.Provenance.Thought} says it; null while it may go on
 */
public record BegunChain(
        String text,
        int tokens,
        List<String> shards,
        @Nullable String ended) {

    /** Nothing was written yet. */
    public static final BegunChain NOTHING = new BegunChain("", 0, List.of(), null);

    public BegunChain {
        requireNonNull(text, "text is null");
        shards = List.copyOf(shards);
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens is negative: " + tokens);
        }
    }

    /** A chain that may go on. */
    public BegunChain(String text, int tokens, List<String> shards) {
        this(text, tokens, shards, null);
    }

    /** Whether there is nothing to go on from. */
    public boolean nothing() {
        return text.isEmpty();
    }

    /** The same without its text, so that a log line never holds it. */
    @Override
    public String toString() {
        return "BegunChain[tokens=" + tokens + ", shards=" + shards + ", ended=" + ended + "]";
    }
}
