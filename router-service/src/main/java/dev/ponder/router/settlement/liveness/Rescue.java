package dev.ponder.router.settlement.liveness;

import java.util.List;

/** Does what {@link Watch} found to be done, off the settlement thread. */
public interface Rescue {

    /** How far the work queue had come when it was last looked at. */
    Fronts fronts();

    /** Takes findings on; never blocks. What it can't take is found again. */
    void carryOut(List<Finding> findings);
}
