package dev.ponder.bench.queue;

import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.stack.OpenLoop;
import dev.ponder.bench.stack.OutcomeReader;
import dev.ponder.bench.stack.TaskSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ways to wait: through our reasoners, and through bare consumers that sleep for as long as a job lasts. */
final class Contestants {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WARM_UP = 64;

    private final String bootstrap;
    private final int slots;
    private final int stepMillis;

    Contestants(String bootstrap, int slots, int stepMillis) {
        this.bootstrap = bootstrap;
        this.slots = slots;
        this.stepMillis = stepMillis;
    }

    void warmUp() throws InterruptedException {
        ours(Workload.draw(0, WARM_UP, slots, 0.5, Duration.ofMillis(200), 0.5).inSteps(Duration.ofMillis(stepMillis)));
    }

    /** Through the work topic and our reasoners: each job's wait in seconds. */
    List<Double> ours(Workload workload) throws InterruptedException {
        String run = UUID.randomUUID().toString();
        int count = workload.jobs().size();
        try (OutcomeReader outcomes = new OutcomeReader(bootstrap);
                TaskSender sender = new TaskSender(bootstrap)) {
            long _ = OpenLoop.run(workload, i -> sender.send(run + "-" + i, tokens(workload, i)));
            outcomes.await(count, PATIENCE);
            List<Double> waits = new ArrayList<>();
            Map<String, OutcomeReader.Started> started = outcomes.started();
            started.values().forEach(one -> waits.add(one.waitSeconds()));
            return waits;
        }
    }

    private int tokens(Workload workload, int index) {
        return Math.toIntExact(workload.jobs().get(index).service().toMillis() / stepMillis);
    }

    /** Through a share group over as many partitions as slots. */
    List<Double> shareGroup(Workload workload) throws InterruptedException {
        try (Sleepers sleepers = Sleepers.ofShareGroup(bootstrap, slots)) {
            return sleepers.run(workload, PATIENCE);
        }
    }

    /** Through a consumer group over as many partitions as slots. */
    List<Double> consumerGroup(Workload workload) throws InterruptedException {
        try (Sleepers sleepers = Sleepers.ofConsumerGroup(bootstrap, slots)) {
            return sleepers.run(workload, PATIENCE);
        }
    }
}
