package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Votes;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what a path comes to: which path, why no more was thought, and how many chains that took. Thread-safe. */
public final class CountedPath implements ComputePath {

    private final ComputePath path;
    private final MeterRegistry registry;

    /** Counts what comes of {@code path}. */
    public CountedPath(ComputePath path, MeterRegistry registry) {
        this.path = path;
        this.registry = registry;
    }

    @Override
    public Outcome think(Job job) throws TakenAwayException {
        Outcome outcome = path.think(job);
        count(job.task().plan(), outcome);
        return outcome;
    }

    private void count(Plan plan, Outcome outcome) {
        String way =
                switch (plan.path()) {
                    case ONE_CHAIN -> "one";
                    case WAVES -> "waves";
                };
        switch (outcome) {
            case Outcome.Answered answered -> answered(plan, way, answered.provenance());
            case Outcome.Failed failed -> job(plan, way, failed.fault().code().wire());
        }
    }

    private void answered(Plan plan, String way, Provenance provenance) {
        if (provenance instanceof Provenance.Thought thought) {
            Votes votes = thought.votes();
            job(plan, way, votes == null ? thought.stopReason() : votes.ended().wire());
            registry.counter(Meters.CHAINS, Meters.TAG_PATH, way).increment(votes == null ? 1 : votes.chains());
        }
    }

    private void job(Plan plan, String way, String ended) {
        registry.counter(
                        Meters.JOBS, Meters.TAG_CLASS, plan.slo().wire(), Meters.TAG_PATH, way, Meters.TAG_ENDED, ended)
                .increment();
    }
}
