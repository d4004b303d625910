package dev.ponder.workqueue;

/** Room that is kept for one piece of work. */
@FunctionalInterface
public interface Room extends AutoCloseable {

    /** Gives the room back; called once. */
    @Override
    void close();
}
