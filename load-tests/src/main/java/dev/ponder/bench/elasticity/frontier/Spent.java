package dev.ponder.bench.elasticity.frontier;

import static java.util.Objects.requireNonNull;

import dev.ponder.fleet.run.Bill;
import dev.ponder.fleet.run.FleetOutcome;

/**
 * What one contestant spent on one demand, and what for.
 *
 * @param bill in replica-seconds
 * @param requests that were asked and answered, at least one
 * @param attained how many of them met every objective
 * @param averageReplicas over time
 */
record Spent(Bill bill, long requests, long attained, double averageReplicas) {

    Spent {
        requireNonNull(bill, "bill is null");
        if (requests < 1 || attained < 0 || attained > requests) {
            throw new IllegalArgumentException("of %d requests %d met their objectives".formatted(requests, attained));
        }
    }

    static Spent of(FleetOutcome outcome) {
        return new Spent(outcome.bill(), outcome.sequences().size(), outcome.attained(), outcome.averageReplicas());
    }

    double sloAttained() {
        return (double) attained / requests;
    }

    /** Replica-seconds a request within its objectives; infinite where none was. */
    double secondsPerAttained() {
        return bill.paid() / attained;
    }

    /** How many times the other's cost of a request within its objectives its own is. */
    double over(Spent other) {
        return secondsPerAttained() / other.secondsPerAttained();
    }
}
