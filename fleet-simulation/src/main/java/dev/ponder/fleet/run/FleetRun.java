package dev.ponder.fleet.run;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.fleet.gpu.SimulatedReplica;
import dev.ponder.fleet.scaler.FleetScaler;
import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run: requests arrive whether or not there is room, wait in a queue a class until they are bound to a replica, late unless another
 * binding is asked for. Ends when all are done. One thread; the same arguments give the same run.
 */
public final class FleetRun {

    private final FleetSettings settings;
    private final List<SimulatedRequest> requests;
    private final FleetScaler scaler;
    private final Events events = new Events();
    private final Meter meter;
    private final Fleet fleet;
    private final List<ClassTally> classes;
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<ScalingStep> steps = new ArrayList<>();
    private final Binding binding;
    private double now;
    private double tickedAt;
    private int ended;

    private FleetRun(FleetSettings settings, List<SimulatedRequest> requests, FleetScaler scaler, Binding binding) {
        this.settings = settings;
        this.requests = requests;
        this.scaler = scaler;
        this.meter = new Meter(settings);
        this.fleet = new Fleet(settings.model(), meter);
        this.binding = binding;
        this.classes = settings.objectives().stream().map(ClassTally::new).toList();
    }

    /** Plays it, bound late. */
    public static FleetOutcome play(FleetSettings settings, List<SimulatedRequest> requests, FleetScaler scaler) {
        return play(settings, requests, scaler, Binding.late(settings));
    }

    /** Plays it, bound as is said. */
    public static FleetOutcome play(
            FleetSettings settings, List<SimulatedRequest> requests, FleetScaler scaler, Binding binding) {
        return new FleetRun(settings, requests, scaler, binding).play();
    }

    private FleetOutcome play() {
        for (int i = 0; i < settings.begin(); i++) {
            fleet.warm(fleet.add(0));
        }
        events.at(settings.tickSeconds(), Event.Kind.TICK);
        while (ended < requests.size()) {
            double due = sequences.size() < requests.size()
                    ? requests.get(sequences.size()).due()
                    : Double.POSITIVE_INFINITY;
            if (due <= events.next()) {
                reach(due);
                arrive(requests.get(sequences.size()));
            } else {
                happen(events.take());
            }
        }
        return new FleetOutcome(settings.objectives(), List.copyOf(sequences), meter.bill(), now, List.copyOf(steps));
    }

    private void reach(double time) {
        now = time;
        meter.passTo(now);
    }

    private void arrive(SimulatedRequest request) {
        Sequence sequence = new Sequence(request);
        sequences.add(sequence);
        classes.get(request.classIndex()).arrives(sequence);
        meter.arrives(request.inputTokens());
        bind();
    }

    private void happen(@Nullable Event event) {
        if (event == null) {
            throw new IllegalStateException("requests wait and nothing will happen");
        }
        reach(event.at());
        switch (event.kind()) {
            case TICK -> tick();
            case WARM -> warm(event.whose());
            case READ -> read(event.whose());
            case END -> end(event.whose(), event.version());
        }
    }

    private void tick() {
        PoolObservation seen = observe();
        int wanted = Math.clamp(scaler.desired(seen), settings.min(), settings.max());
        int before = fleet.wanted();
        if (wanted != before) {
            steps.add(new ScalingStep(now, before, wanted));
            resize(wanted);
        }
        tickedAt = now;
        events.at(now + settings.tickSeconds(), Event.Kind.TICK);
    }

    private void resize(int wanted) {
        while (fleet.wanted() < wanted) {
            events.at(now + settings.coldStartSeconds(), Event.Kind.WARM, fleet.add(now));
        }
        while (fleet.wanted() > wanted) {
            fleet.removeOne();
        }
    }

    private void warm(SimulatedReplica replica) {
        if (fleet.warm(replica)) {
            bind();
        }
    }

    private void read(SimulatedReplica replica) {
        Sequence began = replica.reading();
        boolean more = replica.hasRead(now);
        meter.reads(replica.phase(), began.request().inputTokens());
        classes.get(began.request().classIndex()).began(began);
        if (more) {
            events.at(replica.readingUntil(), Event.Kind.READ, replica);
        }
        planEnd(replica);
        bind();
    }

    private void end(SimulatedReplica replica, int version) {
        if (replica.version() != version) {
            return;
        }
        Sequence sequence = replica.end(now);
        meter.ends(replica.phase());
        ended++;
        classes.get(sequence.request().classIndex()).ended(sequence);
        if (replica.refill(now)) {
            events.at(replica.readingUntil(), Event.Kind.READ, replica);
        }
        planEnd(replica);
        fleet.dropDrained();
        bind();
    }

    private void planEnd(SimulatedReplica replica) {
        double at = replica.nextEnd(now);
        if (at < Double.POSITIVE_INFINITY) {
            events.at(at, Event.Kind.END, replica);
        }
    }

    /** Gives out what can be: the most urgent class first, to whichever replica with room the shipped choice prefers. */
    private void bind() {
        for (ClassTally one : classes) {
            while (!one.queue().isEmpty()) {
                SimulatedReplica replica =
                        binding.forNext(fleet.all(), one.queue().getFirst().request(), now);
                if (replica == null) {
                    return;
                }
                Sequence sequence = one.take();
                meter.binds();
                if (replica.take(sequence, sequence.request().inputTokens(), now)) {
                    events.at(replica.readingUntil(), Event.Kind.READ, replica);
                }
            }
        }
    }

    private PoolObservation observe() {
        List<ReplicaState> states = new ArrayList<>();
        List<PaceSample> paces = new ArrayList<>();
        for (SimulatedReplica one : fleet.all()) {
            states.add(new ReplicaState(one.name(), one.phase(), instant(one.createdAt()), one.taken()));
            if (one.phase() != Phase.STARTING) {
                paces.add(one.pace(now));
            }
        }
        return new PoolObservation(
                instant(now),
                Duration.ofNanos(Math.round((now - tickedAt) * 1e9)),
                Reading.of(states),
                classes.stream().map(ClassTally::observe).toList(),
                Reading.of(paces),
                Reading.of(classes.stream().flatMap(ClassTally::due).toList()));
    }

    private static Instant instant(double seconds) {
        return Instant.EPOCH.plusNanos(Math.round(seconds * 1e9));
    }
}
