package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.fault.ActiveFaults;

/** Whether the server is going: a real one then refuses new inferences by name and lets streams in progress run on. */
final class ShutdownState {

    private final ActiveFaults faults;
    private volatile boolean told;

    ShutdownState(ActiveFaults faults) {
        this.faults = faults;
    }

    void go() {
        told = true;
    }

    boolean isGoing() {
        return told || faults.leaving();
    }

    /** By a fault: generations go on though their call was cancelled. */
    boolean hearsNoCancel() {
        return faults.deaf();
    }

    /** By a fault: it goes, and stays. */
    boolean neverHangsUp() {
        return faults.leaving();
    }
}
