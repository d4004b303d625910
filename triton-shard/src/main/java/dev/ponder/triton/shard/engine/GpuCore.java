package dev.ponder.triton.shard.engine;

import dev.ponder.triton.shard.fault.ActiveFaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The simulated GPU without any thread: in-flight batching with a serialised prefill, KV admission in order of arrival, one
 * token a sequence a step. Driven by whoever holds it, with the time passed in, so that it runs under a virtual clock as well.
 * Not thread-safe.
 */
final class GpuCore {

    private final GpuModel model;
    private final ActiveFaults faults;
    private final Deque<Sequence> waiting = new ArrayDeque<>();
    private final List<Sequence> prefilling = new ArrayList<>();
    private final List<Sequence> decoding = new ArrayList<>();
    private int usedBlocks;
    private long prefillFreeNanos;
    private long stepEndNanos = Long.MAX_VALUE;
    private long steps;
    private long tokens;
    private long queuedNanos;
    private long computedNanos;

    GpuCore(GpuModel model, ActiveFaults faults) {
        this.model = model;
        this.faults = faults;
    }

    /** Lets a sequence in, or says that the queue is full. A sequence larger than the whole cache never fits and is refused. */
    boolean offer(Sequence sequence, long nowNanos) {
        boolean full = waiting.size() >= model.maxQueue() || sequence.blocks > model.kvBlocks() || faults.queueFull();
        if (full) {
            return false;
        }
        sequence.hung = faults.hangs();
        sequence.offeredNanos = nowNanos;
        waiting.add(sequence);
        admit(nowNanos);
        return true;
    }

    /** Marks a sequence as cancelled; it leaves when the cancel latency is over. */
    void cancel(Sequence sequence, long nowNanos) {
        sequence.cancelNanos =
                Math.min(sequence.cancelNanos, nowNanos + model.cancelLatency().toNanos());
    }

    /** When something happens next by itself; {@code Long.MAX_VALUE} if nothing does. */
    long nextEventNanos() {
        long next = stepEndNanos;
        for (Sequence one : prefilling) {
            next = Math.min(next, Math.min(one.readyNanos, one.cancelNanos));
        }
        for (Sequence one : decoding) {
            next = Math.min(next, one.cancelNanos);
        }
        for (Sequence one : waiting) {
            next = Math.min(next, one.cancelNanos);
        }
        return next;
    }

    /** Does everything that is due, in order, and notes what came out. */
    void advance(long nowNanos, List<Runnable> out) {
        while (nextEventNanos() <= nowNanos) {
            long at = nextEventNanos();
            dropCancelled(at, out);
            if (stepEndNanos <= at) {
                endStep(out);
            }
            joinBatch(at);
            admit(at);
        }
    }

    EngineLoad load() {
        return new EngineLoad(
                waiting.size(),
                prefilling.size(),
                prefilling.stream().mapToInt(one -> one.promptTokens).sum(),
                decoding.size(),
                usedBlocks,
                model.kvBlocks(),
                model.blockTokens(),
                model.maxBatch(),
                new EngineWork(steps, tokens, queuedNanos, computedNanos));
    }

    private void admit(long nowNanos) {
        while (!waiting.isEmpty() && fits(waiting.peek())) {
            Sequence next = waiting.remove();
            next.admittedNanos = nowNanos;
            usedBlocks += next.blocks;
            prefillFreeNanos = Math.max(prefillFreeNanos, nowNanos) + model.prefillNanos(next.promptTokens);
            next.readyNanos = prefillFreeNanos;
            prefilling.add(next);
        }
    }

    private boolean fits(Sequence next) {
        return prefilling.size() + decoding.size() < model.maxBatch() && usedBlocks + next.blocks <= model.kvBlocks();
    }

    private void joinBatch(long nowNanos) {
        Iterator<Sequence> reading = prefilling.iterator();
        while (reading.hasNext()) {
            Sequence one = reading.next();
            if (one.readyNanos <= nowNanos) {
                reading.remove();
                decoding.add(one);
            }
        }
        if (stepEndNanos == Long.MAX_VALUE && !decoding.isEmpty()) {
            startStep(nowNanos);
        }
    }

    private void startStep(long nowNanos) {
        stepEndNanos = nowNanos + Math.round(model.stepNanos(decoding.size()) * faults.slowness());
    }

    private void endStep(List<Runnable> out) {
        long endedNanos = stepEndNanos;
        stepEndNanos = Long.MAX_VALUE;
        steps++;
        decoding.removeIf(one -> emit(one, endedNanos, out));
        if (!decoding.isEmpty()) {
            startStep(endedNanos);
        }
    }

    /** Emits one token; says whether the sequence has left. */
    private boolean emit(Sequence one, long nowNanos, List<Runnable> out) {
        if (one.hung || faults.stalls(one.emitted)) {
            return false;
        }
        List<String> script = one.script.tokens();
        String token = script.get(one.emitted % script.size());
        one.emitted++;
        tokens++;
        boolean last = faults.endless() ? one.emitted >= one.maxTokens : one.isDone();
        boolean cut = last && (faults.endless() || one.isCutShort());
        out.add(() -> one.sink.onToken(token, last, cut));
        if (last) {
            usedBlocks -= one.blocks;
            queuedNanos += one.admittedNanos - one.offeredNanos;
            computedNanos += nowNanos - one.admittedNanos;
        }
        return last;
    }

    private void dropCancelled(long nowNanos, List<Runnable> out) {
        waiting.removeIf(one -> isDue(one, nowNanos, out));
        prefilling.removeIf(one -> frees(one, nowNanos, out));
        decoding.removeIf(one -> frees(one, nowNanos, out));
        if (decoding.isEmpty()) {
            stepEndNanos = Long.MAX_VALUE;
        }
    }

    private boolean frees(Sequence one, long nowNanos, List<Runnable> out) {
        boolean gone = isDue(one, nowNanos, out);
        if (gone) {
            usedBlocks -= one.blocks;
        }
        return gone;
    }

    private static boolean isDue(Sequence one, long nowNanos, List<Runnable> out) {
        boolean due = one.cancelNanos <= nowNanos;
        if (due) {
            out.add(one.sink::onCancelled);
        }
        return due;
    }
}
