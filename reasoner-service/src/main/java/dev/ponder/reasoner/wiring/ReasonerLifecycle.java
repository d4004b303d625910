package dev.ponder.reasoner.wiring;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.binding.BindingConfig;
import dev.ponder.reasoner.binding.TokenBudget;
import dev.ponder.reasoner.binding.TokenGate;
import dev.ponder.reasoner.emission.Emission;
import dev.ponder.reasoner.engine.EngineConfig;
import dev.ponder.reasoner.engine.Engines;
import dev.ponder.reasoner.engine.Shards;
import dev.ponder.reasoner.intake.IntakeConfig;
import dev.ponder.reasoner.intake.LeaseKeeper;
import dev.ponder.reasoner.intake.Predecessor;
import dev.ponder.reasoner.intake.Suspects;
import dev.ponder.reasoner.intake.TaskWorker;
import dev.ponder.reasoner.intake.TimedWorker;
import dev.ponder.reasoner.orders.Cancellations;
import dev.ponder.reasoner.path.ComputePath;
import dev.ponder.reasoner.path.Prompting;
import dev.ponder.reasoner.progress.ProgressKeeper;
import dev.ponder.reasoner.voting.SureRule;
import dev.ponder.reasoner.voting.WavesConfig;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ProbeLoop;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.workqueue.DrainReport;
import dev.ponder.workqueue.HandOffRule;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.WorkLane;
import dev.ponder.workqueue.WorkQueue;
import dev.ponder.workqueue.WorkQueueSettings;
import dev.ponder.workqueue.Worker;
import dev.ponder.workqueue.check.QueueMode;
import dev.ponder.workqueue.check.WorkTopicCheck;
import dev.ponder.workqueue.group.ConsumerGroupQueue;
import dev.ponder.workqueue.share.ShareGroupQueue;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the reasoner with the service: shards first, then the queue; drains the queue before the service goes. */
@Singleton
public final class ReasonerLifecycle {

    private static final Logger LOGGER = Logger.getLogger(ReasonerLifecycle.class);

    private final IntakeConfig intake;
    private final Map<String, Object> kafka;
    private final ReasonerRim rim;
    private final ServedLanes served;
    private final TokenBudget budget;
    private final TokenGate gate;
    private final Shards shards;
    private final ShardPool pool;
    private final Worker worker;
    private final LoopWatch loops;
    private volatile @Nullable WorkQueue queue;
    private volatile @Nullable ProbeLoop probes;

    /**
     * Puts the parts together; nothing runs yet.
     *
     * @param kafka what all Kafka clients of the service share, {@code kafka.*}
     */
    ReasonerLifecycle(
            IntakeConfig intake,
            BindingConfig binding,
            EngineConfig engine,
            WavesConfig waves,
            ProgressKeeper progress,
            Predecessor predecessor,
            Emission emission,
            Cancellations cancellations,
            RecordTrace trace,
            MeterRegistry meters,
            ReasonerRim rim,
            @Identifier("default-kafka-broker") Map<String, Object> kafka)
            throws IOException {
        this.intake = intake;
        this.kafka = kafka;
        this.rim = rim;
        this.loops = new LoopWatch(rim.queue().loops());
        this.served = new ServedLanes(intake);
        int largest = binding.largestWorkTokens();
        this.budget =
                new TokenBudget(binding.tokenBudget().orElseGet(() -> Math.multiplyExact(served.slots(), largest)));
        this.gate = new TokenGate(budget, largest, served.largestWork(binding));
        Ticker ticker = rim.ticker();
        TokenCodec codec = Engines.codec(engine);
        this.shards = new Shards(engine, codec, ticker, rim.looking());
        this.pool = shards.pool();
        String process = "reasoner-" + ProcessHandle.current().pid() + "-"
                + Long.toHexString(ticker.now().toEpochMilli());
        ComputePath path = ThinkingPaths.over(
                pool,
                new Prompting(Engines.template(engine), codec, process),
                emission,
                trace,
                meters,
                new SureRule(waves.sure()),
                rim);
        LeaseKeeper leases = new LeaseKeeper(emission, process, intake.queue().lease(), ticker, rim.timer());
        Worker tasks = new TaskWorker(
                path,
                emission,
                leases,
                cancellations,
                progress,
                predecessor,
                trace,
                ticker,
                new Suspects(intake.queue().maxDeliveries(), ticker, rim.pauser()));
        this.worker = new TimedWorker(tasks, meters, ticker);
        ReasonerGauges.show(meters, budget, intake.slots(), pool);
        meters.gauge(Meters.IN_PROGRESS, this, ReasonerLifecycle::running);
        FunctionCounter.builder(Meters.HANDED_OFF, this, ReasonerLifecycle::handedOff)
                .register(meters);
        FunctionCounter.builder(Meters.RESUMED, progress, ProgressKeeper::resumed)
                .register(meters);
        meters.gauge(Meters.WORK_SPAN, this, ReasonerLifecycle::widestSpan);
    }

    void start(@Observes StartupEvent started) throws InterruptedException {
        probes = new ProbeLoop(pool, HealthRule.standard(), rim.ticker(), rim.random(), rim.timer());
        List<WorkLane> lanes = served.lanes();
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            WorkAccess.require(admin, lanes, mode());
            new WorkTopicCheck(admin).requireFit(lanes, mode());
        }
        WorkQueueSettings settings = new WorkQueueSettings(
                kafka,
                lanes,
                served.slots(),
                new HandOffRule(intake.queue().handOff(), intake.queue().handOffSpan()),
                WorkQueueSettings.of("unused", lanes, 1).retryPause());
        QueueRim watched = new QueueRim(rim.ticker(), loops, rim.queue().workers());
        queue = switch (intake.queue().adapter()) {
            case SHARE_GROUP -> ShareGroupQueue.open(settings, worker, gate, watched);
            case CONSUMER_GROUP -> ConsumerGroupQueue.open(settings, worker, gate, watched);
        };
    }

    void stop(@Observes ShutdownEvent stopping) {
        WorkQueue running = queue;
        queue = null;
        if (running != null) {
            DrainReport report = running.drain(intake.drain().grace());
            LOGGER.infof(
                    "drained: %d finished, %d given back, %d cut short",
                    report.finished(), report.givenBack(), report.cutShort());
        }
        ProbeLoop looking = probes;
        if (looking != null) {
            looking.close();
        }
        shards.close();
    }

    /** Whether work can be done: the queue is open and a shard is healthy. */
    boolean isReady() {
        return queue != null && pool.healthy() > 0;
    }

    int healthyShards() {
        return pool.healthy();
    }

    /** How many of the open queue's loops have ended; while it drains they may. */
    long endedLoops() {
        return queue == null ? 0 : loops.ended();
    }

    private double running() {
        WorkQueue open = queue;
        return open == null ? 0 : open.tally().running();
    }

    private double handedOff() {
        WorkQueue open = queue;
        return open == null ? 0 : (double) open.tally().handedOff();
    }

    private double widestSpan() {
        WorkQueue open = queue;
        return open == null ? 0 : (double) open.tally().widestSpan();
    }

    private QueueMode mode() {
        return switch (intake.queue().adapter()) {
            case SHARE_GROUP -> QueueMode.SHARE;
            case CONSUMER_GROUP -> QueueMode.GROUP;
        };
    }
}
