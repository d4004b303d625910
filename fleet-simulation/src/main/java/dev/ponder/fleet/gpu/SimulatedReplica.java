package dev.ponder.fleet.gpu;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * A replica of which only two things are modelled: prompts are read one after the other, and all sequences that decode get a token
 * a step. Steps are not events: {@code mark} counts the tokens that a sequence would have got since the beginning, so that each
 * sequence ends when the mark reaches its own. The mark is whole where a step ends, and sequences get tokens only there. The
 * simulation's thread.
 */
public final class SimulatedReplica {

    private final String name;
    private final double createdAt;
    private final ReplicaModel model;
    private final Deque<Sequence> prompts = new ArrayDeque<>();
    private final PriorityQueue<Sequence> decoding =
            new PriorityQueue<>(Comparator.comparingDouble(Sequence::finishMark));
    private final Deque<Sequence> waiting = new ArrayDeque<>();
    private Phase phase = Phase.STARTING;
    private double mark;
    private double markAt;
    private int version;
    private long promptTokens;
    private double readingUntil;
    private double batchSeconds;
    private double decodingSeconds;
    private double decodedMark;
    private double readTokens;
    private double readSeconds;

    /** A replica that has just been asked for. */
    public SimulatedReplica(String name, double createdAt, ReplicaModel model) {
        this.name = name;
        this.createdAt = createdAt;
        this.model = model;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** When it was asked for. */
    public double createdAt() {
        return createdAt;
    }

    /** How far it is. */
    public Phase phase() {
        return phase;
    }

    /** Moves on to another phase. */
    public void phase(Phase next) {
        phase = next;
    }

    /** How many slots are taken, by prompts or by sequences that decode. */
    public int taken() {
        return prompts.size() + decoding.size();
    }

    /** How many slots are free. */
    public int free() {
        return model.slots() - taken();
    }

    /** How many sequences are here, those without a slot too. */
    public int sequences() {
        return taken() + waiting.size();
    }

    /** Prompt tokens that wait to be read, or are read. */
    public long promptTokens() {
        return promptTokens;
    }

    /** Tokens promised to sequences here that have not come yet. */
    public long outstandingTokens(ToLongFunction<SimulatedRequest> promised, double now) {
        advance(now);
        long outstanding = 0;
        for (Sequence one : prompts) {
            outstanding += promised.applyAsLong(one.request());
        }
        for (Sequence one : waiting) {
            outstanding += promised.applyAsLong(one.request());
        }
        for (Sequence one : decoding) {
            outstanding += Math.max(0, promised.applyAsLong(one.request()) - one.generatedTokens(mark));
        }
        return outstanding;
    }

    /** Counts changes of the batch, so that an end reckoned before one is known to be stale. */
    public int version() {
        return version;
    }

    /**
     * Takes a sequence; whether its prompt is read at once.
     *
     * @param uncachedTokens of its prompt that are to be read, 1 or more
     */
    public boolean take(Sequence sequence, int uncachedTokens, double now) {
        sequence.bound(now, uncachedTokens);
        promptTokens += uncachedTokens;
        waiting.addLast(sequence);
        return refill(now);
    }

    /** Gives free slots to sequences that wait here for one; whether a prompt is read that was not before. */
    public boolean refill(double now) {
        boolean idle = prompts.isEmpty();
        while (!waiting.isEmpty() && free() > 0) {
            prompts.addLast(waiting.removeFirst());
        }
        return idle && !prompts.isEmpty() && read(now);
    }

    private boolean read(double now) {
        Sequence next = prompts.peekFirst();
        if (next == null) {
            return false;
        }
        double seconds = next.promptTokens() / model.prefillTokensPerSecond();
        readingUntil = now + seconds;
        readTokens += next.promptTokens();
        readSeconds += seconds;
        return true;
    }

    /** When the prompt that is read will have been. */
    public double readingUntil() {
        return readingUntil;
    }

    /** Whose prompt is read now. */
    public Sequence reading() {
        return prompts.getFirst();
    }

    /**
     * Ends the reading of a prompt: its sequence joins the batch in the midst of a step, and has its first token when that ends. Where
     * nobody decodes it begins one. Whether another prompt is read now.
     */
    public boolean hasRead(double now) {
        Sequence first = prompts.removeFirst();
        promptTokens -= first.promptTokens();
        advance(now);
        double stepEnd = Math.floor(mark) + 1;
        double left = (stepEnd - mark) * model.secondsPerToken(decoding.size() + 1);
        first.began(now + left, stepEnd);
        decoding.add(first);
        version++;
        return read(now);
    }

    /** When the next sequence ends, if nothing joins before; infinite where none decodes. */
    public double nextEnd(double now) {
        Sequence next = decoding.peek();
        if (next == null) {
            return Double.POSITIVE_INFINITY;
        }
        advance(now);
        return now + Math.max(0, next.finishMark() - mark) * model.secondsPerToken(decoding.size());
    }

    /** Ends the sequence that is due. */
    public Sequence end(double now) {
        advance(now);
        Sequence ended = decoding.remove();
        mark = Math.max(mark, ended.finishMark());
        ended.ended(now);
        version++;
        return ended;
    }

    private void advance(double now) {
        int batch = decoding.size();
        double seconds = now - markAt;
        if (batch > 0) {
            double tokens = seconds / model.secondsPerToken(batch);
            mark += tokens;
            decodedMark += tokens;
            decodingSeconds += seconds;
            batchSeconds += batch * seconds;
        }
        markAt = now;
    }

    /** How fast it went since this was asked last. */
    public PaceSample pace(double now) {
        advance(now);
        PaceSample pace = new PaceSample(
                decodingSeconds == 0 ? 0 : batchSeconds / decodingSeconds,
                decodedMark == 0 ? 0 : decodingSeconds / decodedMark,
                readTokens,
                readSeconds);
        decodingSeconds = 0;
        batchSeconds = 0;
        decodedMark = 0;
        readTokens = 0;
        readSeconds = 0;
        return pace;
    }
}
