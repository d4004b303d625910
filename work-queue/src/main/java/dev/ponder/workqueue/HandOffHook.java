package dev.ponder.workqueue;

/** Takes over the guard of a job from its record, for instance by writing a lease durably. */
@FunctionalInterface
public interface HandOffHook {

    /**
     * Returns once the job would be found again without its record. Called on the slot's thread right after the lock was renewed;
     * must end well within the lock. Any exception leaves the record held, and the hook is called again after the next renewal.
     */
    void secure() throws Exception;
}
