package dev.ponder.workqueue;

/** Room that is kept for one piece of work. */
@FunctionalInterface
public interface Room extends AutoCloseable {

    /** Gives back what the work, now that its size is known, will not need; a room without a size ignores it. Any thread. */
    default void shrinkTo(int size) {}

    /** Gives the room back; called once. */
    @Override
    void close();
}
