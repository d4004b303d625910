package dev.ponder.autoscaler.actuation;

import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.util.Map;

/**
 * Writes decisions to a scale target, within bounds whatever was decided. The version that a write names was read before the observation,
 * so a process that lost its lease meanwhile overwrites nobody. Only the object's status may have changed since: then it is read and
 * written once more. One thread.
 */
final class TargetActuator implements Actuator {

    private static final Answer<ScaleView> UNSEEN = new Answer.Failed<>("nobody looked since the last write");

    private final ScaleTarget target;
    private final CostMarks marks;
    private final Leadership leadership;
    private final Bounds bounds;
    private Answer<ScaleView> seen = UNSEEN;
    private long lookedNanos;
    private boolean waits;
    private long waitsUntilNanos;
    /** What a write was told to wait, counted from the next look on: how long after the last look it was told so, nobody timed. */
    private Duration owed = Duration.ZERO;

    TargetActuator(ScaleTarget target, CostMarks marks, Leadership leadership, Bounds bounds) {
        this.target = target;
        this.marks = marks;
        this.leadership = leadership;
        this.bounds = bounds;
    }

    @Override
    public void look(long nowNanos) throws InterruptedException {
        lookedNanos = nowNanos;
        if (!owed.isZero()) {
            waitsUntilNanos = nowNanos + owed.toNanos();
            owed = Duration.ZERO;
        }
        if (!leadership.isLeader()) {
            seen = UNSEEN;
        } else if (!waits || nowNanos - waitsUntilNanos >= 0) {
            take(target.read());
        }
    }

    /** Who was told to wait asks nothing until then. */
    private void take(Answer<ScaleView> answer) {
        seen = answer;
        waits = answer instanceof Answer.Throttled<ScaleView>;
        if (answer instanceof Answer.Throttled<ScaleView>(Duration after, String _)) {
            waitsUntilNanos = lookedNanos + after.toNanos();
        }
    }

    @Override
    public Actuation apply(Decision decided, Map<String, Reading<Double>> outstanding) throws InterruptedException {
        if (!leadership.isLeader()) {
            return new Actuation.Standby();
        }
        int wanted = bounds.nearest(decided.replicas());
        if (!(seen instanceof Answer.Got<ScaleView>(ScaleView view))) {
            return new Actuation.Undone(seen.sentence());
        }
        if (view.replicas() == wanted) {
            return new Actuation.Unchanged(wanted);
        }
        if (wanted < view.replicas()) {
            marks.mark(DeletionCosts.of(outstanding));
        }
        return outcome(view, wanted, write(view, wanted));
    }

    private Answer<ScaleView> write(ScaleView view, int wanted) throws InterruptedException {
        Answer<ScaleView> first = target.write(view, wanted);
        if (first instanceof Answer.Conflicted<ScaleView>
                && target.read() instanceof Answer.Got<ScaleView>(ScaleView again)
                && again.replicas() == view.replicas()
                && leadership.isLeader()) {
            return target.write(again, wanted);
        }
        return first;
    }

    private Actuation outcome(ScaleView view, int wanted, Answer<ScaleView> written) {
        take(written instanceof Answer.Throttled<ScaleView> ? written : UNSEEN);
        if (written instanceof Answer.Throttled<ScaleView>(Duration after, String _)) {
            owed = after;
        }
        return written instanceof Answer.Got<ScaleView>
                ? new Actuation.Scaled(view.replicas(), wanted)
                : new Actuation.Undone(written.sentence());
    }
}
