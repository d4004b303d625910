package dev.ponder.workqueue.slot;

import java.util.List;

/** Opens a slot's lanes, in the order of the queue's settings. Called once on each slot's thread. */
@FunctionalInterface
public interface LaneOpener {

    /** Opens all lanes of slot {@code slot}, counted from 0. */
    List<? extends Lane> open(int slot);
}
