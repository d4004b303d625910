package dev.ponder.workqueue;

/**
 * How the work that was running when a drain began came to its end.
 *
 * @param finished ended by itself within the grace
 * @param givenBack interrupted, its record open for another member
 * @param cutShort interrupted after its hand-off: nobody but the owner of its lease will start it again
 */
public record DrainReport(long finished, long givenBack, long cutShort) {}
