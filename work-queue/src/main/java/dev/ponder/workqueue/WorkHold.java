package dev.ponder.workqueue;

/** A worker's grip on its record. Safe for many threads; meant for the worker's own. */
public interface WorkHold {

    /** Whether the record was lost: its lock lapsed or its partition moved, so that another member may work on it too. */
    boolean fenced();

    /** Whether the record was acknowledged early, so that only the lease guards the work. */
    boolean handedOff();

    /**
     * Registers what makes the work safe without its record. Once the work has run for the hand-off time the slot calls the hook,
     * then acknowledges the record, and the work goes on in its slot. Without a hook the record is held until the verdict.
     */
    void onHandOff(HandOffHook hook);

    /** Tells the record's true size, in the gate's own unit, so that the room kept for the largest work shrinks to it. */
    void needsRoom(int size);

    /** Takes more room if it is there, without waiting; whether there is room of this size now. */
    boolean growsTo(int size) throws InterruptedException;

    /** Registers what to do when the record is lost; called at most once, on the slot's thread, or at once on the caller's if it is lost already. */
    void onFenced(Runnable hook);
}
