package dev.ponder.workqueue.check;

import java.util.List;

/** Whether work may be taken from topics. */
public sealed interface Fitness {

    /** Nothing speaks against it. */
    record Fit() implements Fitness {}

    /** Something would lose or stall work; at least one fault. */
    record Unfit(List<Fault> faults) implements Fitness {

        public Unfit {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("faults is empty");
            }
        }
    }

    /** Fit if there are no faults. */
    static Fitness of(List<Fault> faults) {
        return faults.isEmpty() ? new Fit() : new Unfit(faults);
    }
}
