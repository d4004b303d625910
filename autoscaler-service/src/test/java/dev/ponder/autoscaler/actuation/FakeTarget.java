package dev.ponder.autoscaler.actuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A scale target that keeps its replicas, and answers what it was told to before it does. */
final class FakeTarget implements ScaleTarget {

    private final Deque<Answer<ScaleView>> refusals = new ArrayDeque<>();
    private final List<Integer> writes = new ArrayList<>();
    private int replicas;
    private int version = 1;
    private int reads;

    FakeTarget(int replicas) {
        this.replicas = replicas;
    }

    FakeTarget refuses(Answer<ScaleView> with) {
        refusals.add(with);
        return this;
    }

    /** Somebody else writes. */
    void changedTo(int other) {
        replicas = other;
        version++;
    }

    /** Only the status changes. */
    void touched() {
        version++;
    }

    int replicas() {
        return replicas;
    }

    int reads() {
        return reads;
    }

    List<Integer> writes() {
        return writes;
    }

    @Override
    public Answer<ScaleView> read() {
        reads++;
        Answer<ScaleView> refusal = refusals.poll();
        return refusal != null ? refusal : new Answer.Got<>(view());
    }

    @Override
    public Answer<ScaleView> write(ScaleView seen, int wanted) {
        Answer<ScaleView> refusal = refusals.poll();
        if (refusal != null) {
            return refusal;
        }
        if (!seen.version().equals(String.valueOf(version))) {
            return new Answer.Conflicted<>("the object was modified");
        }
        writes.add(wanted);
        changedTo(wanted);
        return new Answer.Got<>(view());
    }

    private ScaleView view() {
        return new ScaleView(replicas, "app=x", String.valueOf(version));
    }
}
