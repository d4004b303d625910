package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Watches what is asked of a pool, and says what is ahead. One thread. */
public final class DemandWatch {

    private static final double LONGEST_SECONDS = 240;
    /** Standard errors by which the steady flow may be less than it looks. */
    private static final double CAUTION = 1.5;

    private final ForecastSettings settings;
    private final Map<String, Arrivals> arrivals = new HashMap<>();
    private final Arrivals all = new Arrivals(LONGEST_SECONDS);
    private final LoadHistory history;
    private final Spikes spikes;

    /** Begins to watch. */
    public DemandWatch(ForecastSettings settings) {
        this.settings = settings;
        this.history = new LoadHistory(settings.remembers(), settings.risesFade());
        this.spikes = new Spikes(settings.remembers(), settings.spikesFade());
    }

    /**
     * Takes an observation and says what is ahead.
     *
     * @param lead how long a replica asked for now takes
     */
    public Outlook watch(PoolObservation seen, ReplicaModel model, Duration lead) {
        Work arrived = listen(seen);
        Flow steady = all.steady();
        double busy = model.replicasFor(steady, model.slots());
        double sure = busy * Math.max(0, 1 - CAUTION * all.doubtOfSteady());
        double prompts = steady.inputTokensPerSecond() / model.prefillTokensPerSecond();
        history.add(seen.at(), sure);
        spikes.add(seen.at(), Math.max(0, promptLoad(seen, model) - prompts), arrived.requests());
        double held = seen.running().requests() / model.slots();
        return new Outlook(
                steady,
                Math.max(busy, held) + Backlog.load(seen, model, steady, lead.toNanos() / 1e9),
                sure,
                history.rise(lead, settings.riseShare()),
                prompts + spikes.level(settings.spikeShare()));
    }

    private Work listen(PoolObservation seen) {
        Work arrived = Work.NONE;
        for (ClassLoad one : seen.classes()) {
            Work work = one.arrived().known().orElse(Work.NONE);
            arrivalsOf(one).add(seen.sinceSeconds(), work);
            arrived = arrived.plus(work);
        }
        all.add(seen.sinceSeconds(), arrived);
        all.noticeChange();
        return arrived;
    }

    private Arrivals arrivalsOf(ClassLoad one) {
        return arrivals.computeIfAbsent(one.objective().name(), _ -> new Arrivals(LONGEST_SECONDS));
    }

    /**
     * Replicas that are needed to read all prompts in time: over every span, what arrived early enough in it to be due by its end. No
     * more is due, and no less may be read (the demand bound of earliest-deadline-first scheduling: Baruah, Rosier, Howell 1990).
     */
    private double promptLoad(PoolObservation seen, ReplicaModel model) {
        double most = 0;
        for (ClassLoad first : seen.classes()) {
            double least = first.objective().firstTokenSeconds();
            for (double window = seen.sinceSeconds(); window <= LONGEST_SECONDS; window *= 2) {
                most = Math.max(most, due(seen, least + window) / (least + window));
            }
        }
        return most / model.prefillTokensPerSecond();
    }

    /** Prompt tokens of what arrived in the last span early enough to be due by now. */
    private double due(PoolObservation seen, double span) {
        double due = 0;
        for (ClassLoad one : seen.classes()) {
            due += arrivalsOf(one)
                    .within(span - one.objective().firstTokenSeconds())
                    .inputTokens();
        }
        return due;
    }
}
