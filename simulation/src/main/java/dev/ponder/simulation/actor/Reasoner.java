package dev.ponder.simulation.actor;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.Order;
import dev.ponder.contracts.request.OrderDecoder;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.reasoner.intake.LeaseKeeper;
import dev.ponder.reasoner.intake.Predecessor;
import dev.ponder.reasoner.intake.Suspects;
import dev.ponder.reasoner.intake.TaskWorker;
import dev.ponder.reasoner.orders.Cancellations;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.ProgressKeeper;
import dev.ponder.reasoner.recall.EarlierHolder;
import dev.ponder.simulation.broker.Log;
import dev.ponder.simulation.broker.VirtualBroker;
import dev.ponder.simulation.check.Happening;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.workqueue.Worker;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes work when a slot is free and has the shipped worker do it; hears what users take back. */
public final class Reasoner implements Life.Body {

    private static final int SLOTS = 3;
    private static final int MOST_DELIVERIES = 4;
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), 16);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final World world;
    private final Life life;
    private final Set<Slot> slots = new LinkedHashSet<>();

    /** A reasoner with a name of its own. */
    public Reasoner(World world, String name) {
        this.world = world;
        this.life = new Life(world, name, this);
    }

    /** Its life. */
    public Life life() {
        return life;
    }

    @Override
    public void run(Line line) {
        Cancellations cancellations = new Cancellations();
        Map<String, Long> heard = new HashMap<>();
        Worker worker = worker(line, cancellations);
        while (true) {
            line.crashPoint();
            hear(cancellations, heard);
            if (slots.size() < SLOTS) {
                world.queue().take().ifPresent(grip -> {
                    world.journal()
                            .note(Happening.TAKEN, "work " + grip.record().offset() + " by " + life.name());
                    Slot slot = new Slot(world, life, line, grip, slots::remove);
                    slots.add(slot);
                    slot.begin(worker);
                });
            }
            line.pause(world.between(20, 500));
        }
    }

    private Worker worker(Line line, Cancellations cancellations) {
        Telling telling = new Telling(world, line);
        Recollection recollection = new Recollection(world, line);
        ProgressKeeper progress = new ProgressKeeper(telling::keep, recollection, PACE, PATIENCE, true, world.clock());
        Predecessor predecessor = world.flaw() == Flaw.NEVER_LOOKS_BACK
                ? Predecessor.NONE
                : new EarlierHolder(recollection, progress, world.clock(), life::pause);
        return new TaskWorker(
                new Thought(world, life),
                telling,
                new LeaseKeeper(telling, life.name(), LEASE, world.clock(), Renewals.timer(world.agenda(), line)),
                cancellations,
                progress,
                predecessor,
                new RecordTrace(OpenTelemetry.noop()),
                world.clock(),
                new Suspects(MOST_DELIVERIES, world.clock(), life::pause));
    }

    /** As the shipped listener: every order, from the oldest that Kafka has, with each start. */
    private void hear(Cancellations cancellations, Map<String, Long> heard) {
        for (TenantId tenant : World.TENANTS) {
            for (int partition = 0; partition < VirtualBroker.PARTITIONS; partition++) {
                String topic = Topics.control(tenant);
                Log.Reading reading = world.broker()
                        .log(topic, partition)
                        .read(heard.getOrDefault(topic + partition, 0L), Integer.MAX_VALUE);
                heard.put(topic + partition, reading.next());
                reading.records().forEach(record -> {
                    if (OrderDecoder.decode(tenant, record.value()) instanceof Order.Cancel(var key)) {
                        cancellations.cancel(key);
                    }
                });
            }
        }
        List.copyOf(slots).forEach(Slot::noticeInterruption);
    }

    @Override
    public void forget() {
        List<Slot> dying = List.copyOf(slots);
        slots.clear();
        dying.forEach(Slot::die);
    }
}
