package dev.ponder.scaling.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all policies together ask for.
 *
 * @param least the largest of the floors that are held for a while, in replicas
 * @param exactly the largest of those that are not
 * @param most the smallest of the ceilings
 * @param reasons why, the deciding one first
 */
record Weighed(double least, int exactly, int most, List<String> reasons) {

    static Weighed of(List<ScalingPolicy> policies, Situation situation) {
        double least = 0;
        int exactly = 0;
        int most = Integer.MAX_VALUE;
        List<String> reasons = new ArrayList<>();
        for (ScalingPolicy policy : policies) {
            Proposal proposal = policy.propose(situation);
            double before = Math.min(most, Math.max(least, exactly));
            switch (proposal) {
                case Proposal.AtLeast floor -> least = Math.max(least, floor.replicas());
                case Proposal.Exactly floor -> exactly = Math.max(exactly, floor.replicas());
                case Proposal.AtMost ceiling -> most = Math.min(most, ceiling.replicas());
                case Proposal.Silent _ -> {}
            }
            boolean decides = Math.min(most, Math.max(least, exactly)) != before;
            reasons.add(decides ? 0 : reasons.size(), policy.name() + ": " + proposal.because());
        }
        return new Weighed(least, exactly, most, reasons);
    }

    /** The same, with no more than what growth that did harm is taken back to. */
    Weighed bounded(Optional<ThroughputWatch.Reverted> reverted) {
        if (reverted.isEmpty()) {
            return this;
        }
        ThroughputWatch.Reverted known = reverted.orElseThrow();
        return new Weighed(
                least, exactly, Math.min(most, known.replicas()), because(Decision.MORE_DID_LESS, known.because()));
    }

    /** Why, where a guard above all policies decides in the end. */
    List<String> because(String guard, String why) {
        List<String> all = new ArrayList<>(List.of(guard + ": " + why));
        all.addAll(reasons);
        return all;
    }
}
