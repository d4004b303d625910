package dev.ponder.workqueue;

/** Room that is kept for one piece of work. */
@FunctionalInterface
public interface Room extends AutoCloseable {

    /** Gives back what the work, now that its size is known, will not need; a room without a size ignores it. Any thread. */
    default void shrinkTo(int size) {}

    /**
     * Takes more room if it is there, never waiting for it: who holds room and waits for more may wait for one that waits for him.
     *
     * @return whether there is room of this size now; one without a size always has it
     */
    default boolean growTo(int size) throws InterruptedException {
        return true;
    }

    /** Gives the room back; called once. */
    @Override
    void close();
}
