package dev.ponder.reasoner.wiring;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.reasoner.binding.BindingConfig;
import dev.ponder.reasoner.intake.IntakeConfig;
import dev.ponder.workqueue.WorkLane;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The work topics that one reasoner serves: a pool's classes by weight, and its surplus while they have no work. Pure.
 *
 * @param intake which pool, in which group
 */
record ServedLanes(IntakeConfig intake) {

    private static final Map<SloClass, Integer> WEIGHTS =
            Map.of(SloClass.INTERACTIVE, 8, SloClass.STANDARD, 3, SloClass.BATCH, 1);

    List<WorkLane> lanes() {
        String group = intake.queue().group();
        Stream<WorkLane> classes = Stream.of(SloClass.values())
                .map(slo -> new WorkLane(Topics.work(pool(), slo), group, WEIGHTS.getOrDefault(slo, 1)));
        WorkLane surplus = WorkLane.ofSurplus(Topics.surplus(pool()), group);
        return Stream.concat(classes, Stream.of(surplus)).toList();
    }

    /** A slot that waits for one lane's record can't take another's, so each further lane gets a slot to wait with. */
    int slots() {
        boolean sharing = intake.queue().adapter() == IntakeConfig.Adapter.SHARE_GROUP;
        return sharing ? intake.slots() + lanes().size() - 1 : intake.slots();
    }

    /** The largest work of topics whose class admits less than others. */
    Map<String, Integer> largestWork(BindingConfig binding) {
        return binding.largestWork().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> Topics.work(pool(), entry.getKey()), Map.Entry::getValue));
    }

    private PoolId pool() {
        return new PoolId(intake.pool());
    }
}
