package dev.ponder.fleet.run;

import dev.ponder.fleet.gpu.SimulatedReplica;
import dev.ponder.scaling.observation.ReplicaState.Phase;

/**
 * Counts what there is, a change at a time, and writes the bill from the counts, so that no bill walks the fleet. Time passes before a
 * change, never after it. The simulation's thread.
 */
final class Meter {

    private final double slots;
    private final Need need;
    private int starting;
    private int ready;
    private int draining;
    private long takenAtReady;
    private long takenAtDraining;
    /** Sequences that wait or are at ready replicas: those at draining ones are nobody else's work any more. */
    private long sequences;
    /** Their prompts as far as they are unread. */
    private long promptTokens;

    private double passedTo;
    private double paid;
    private double used;
    private double coldStart;
    private double drain;
    private double holdDown;
    private double headroom;

    Meter(FleetSettings settings) {
        this.slots = settings.model().slots();
        this.need = Need.of(settings);
    }

    void passTo(double now) {
        double seconds = now - passedTo;
        if (seconds > 0) {
            double busyAtReady = takenAtReady / slots;
            double busyAtDraining = takenAtDraining / slots;
            int held = Math.max(0, ready - need.replicas(sequences, promptTokens));
            paid += seconds * (starting + ready + draining);
            used += seconds * (busyAtReady + busyAtDraining);
            coldStart += seconds * starting;
            drain += seconds * (draining - busyAtDraining);
            holdDown += seconds * held;
            headroom += seconds * (ready - busyAtReady - held);
            passedTo = now;
        }
    }

    void starts() {
        starting++;
    }

    void warms() {
        starting--;
        ready++;
    }

    void drains(SimulatedReplica replica) {
        ready--;
        draining++;
        takenAtReady -= replica.taken();
        takenAtDraining += replica.taken();
        sequences -= replica.taken();
        promptTokens -= replica.promptTokens();
    }

    /** A replica goes that has not started. */
    void leavesEarly() {
        starting--;
    }

    /** Replicas go that have drained. */
    void leave(int drained) {
        draining -= drained;
    }

    boolean isDraining() {
        return draining > 0;
    }

    void arrives(int inputTokens) {
        sequences++;
        promptTokens += inputTokens;
    }

    /** A sequence that waited is given to a ready replica. */
    void binds() {
        takenAtReady++;
    }

    void reads(Phase where, int inputTokens) {
        if (where == Phase.READY) {
            promptTokens -= inputTokens;
        }
    }

    void ends(Phase where) {
        if (where == Phase.READY) {
            takenAtReady--;
            sequences--;
        } else {
            takenAtDraining--;
        }
    }

    Bill bill() {
        return new Bill(paid, used, coldStart, drain, holdDown, headroom);
    }
}
