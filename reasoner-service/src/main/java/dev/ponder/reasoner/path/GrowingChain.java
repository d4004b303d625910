package dev.ponder.reasoner.path;

import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.reasoner.repetition.RepetitionRule;
import dev.ponder.triton.client.text.ThinkSplitter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One chain as it grows, over all generations that it takes, as if it were one: splits thought from answer, feeds the chunks, and knows
 * what the model wrote, so that another generation can go on from it. A connection's thread at a time writes; the job's thread may look
 * meanwhile.
 */
final class GrowingChain {

    private static final int CHECK_TOKENS = 64;

    private final ChunkStream chunks;
    private final StopTail stops;
    private final ThinkSplitter splitter;
    private final ChainText text = new ChainText();
    private final StringBuilder raw = new StringBuilder();
    private final Set<String> shards = new LinkedHashSet<>();
    private int tokens;
    private int checkedTokens;
    private boolean repeats;
    private @Nullable String ended;
    /** Tokens that no chunk has told of yet. */
    private int untoldTokens;

    GrowingChain(ChunkStream chunks, boolean startsInThought, List<String> stops) {
        this.chunks = chunks;
        this.stops = new StopTail(stops);
        this.splitter = new ThinkSplitter(startsInThought);
    }

    /** Whether it is the first of its job's chains. */
    boolean isFirst() {
        return chunks.chain() == 0;
    }

    /** Begins with what was written before. */
    synchronized void begin(BegunChain before, long nowNanos) {
        shards.addAll(before.shards());
        ended = before.ended();
        take(new StopTail.Piece(before.text(), before.tokens()), nowNanos);
    }

    /** Takes what a shard has generated. */
    synchronized void add(String shard, String delta, int newTokens, long nowNanos) {
        shards.add(shard);
        take(stops.accept(delta, newTokens), nowNanos);
        if (tokens - checkedTokens >= CHECK_TOKENS) {
            checkedTokens = tokens;
            repeats = repeats || RepetitionRule.STANDARD.holds(raw);
        }
    }

    /** Whether it goes round in circles: nothing but the token limit would end it. */
    synchronized boolean repeats() {
        return repeats;
    }

    /** Lets go of what was held back when a generation broke off: the next one goes on before it. */
    synchronized void rewind() {
        stops.rewind();
    }

    /** Takes what was held back: nothing more comes. */
    synchronized void finish(long nowNanos) {
        take(stops.finish(), nowNanos);
        tell(splitter.finish(), nowNanos);
    }

    /** The model writes no more, as {@link dev.ponder.contracts.outcome.Provenance.Thought} says why. */
    synchronized void end(String reason, long nowNanos) {
        ended = reason;
        finish(nowNanos);
    }

    /** Tells its readers that nothing more comes. */
    synchronized void close(long nowNanos) {
        finish(nowNanos);
        chunks.end(nowNanos);
    }

    private void take(StopTail.Piece clear, long nowNanos) {
        raw.append(clear.text());
        tokens += clear.tokens();
        untoldTokens += clear.tokens();
        tell(splitter.accept(clear.text()), nowNanos);
    }

    private void tell(List<ThinkSplitter.Part> parts, long nowNanos) {
        for (ThinkSplitter.Part part : parts) {
            text.add(part.thought(), part.text());
            chunks.add(part.thought(), part.text(), untoldTokens, nowNanos);
            untoldTokens = 0;
        }
    }

    /** How far it has come: what the next generation, here or elsewhere, goes on from. */
    synchronized BegunChain soFar() {
        return new BegunChain(raw.toString(), tokens, List.copyOf(shards), ended);
    }

    /** Its text, once nothing more comes. */
    synchronized ChainText text() {
        return text;
    }
}
