package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.util.List;

/** Watches what is asked of a pool, and says what is ahead. One thread. */
public final class DemandWatch {

    private static final double LONGEST_SECONDS = 240;
    /** Standard errors by which the steady flow may be less than it looks. */
    private static final double CAUTION = 1.5;

    private final ForecastSettings settings;
    private final Arrivals all = new Arrivals(LONGEST_SECONDS);
    private final LoadHistory history;
    private final Hindsight hindsight;
    private final Excursions excursions = new Excursions();

    /** Begins to watch. */
    public DemandWatch(ForecastSettings settings) {
        this.settings = settings;
        this.history = new LoadHistory(settings.remembers(), settings.risesFade());
        this.hindsight = new Hindsight(settings.remembers(), settings.spikesFade());
    }

    /**
     * Takes an observation and says what is ahead.
     *
     * @param lead how long a replica asked for now takes
     */
    public Outlook watch(PoolObservation seen, ReplicaModel model, Duration lead) {
        List<Slice.Arrived> arrived = listen(seen);
        Flow steady = all.steady();
        double busy = model.replicasFor(steady, model.slots());
        double sure = busy * Math.max(0, 1 - CAUTION * all.doubtOfSteady());
        history.add(seen.at(), sure);
        hindsight.add(new Slice(seen.at(), seen.sinceSeconds(), arrived, busy));
        double level = hindsight.enough(model, lead, settings.spikeShare());
        double running = seen.running().requests();
        double least = running > 0 || !seen.waiting().isNone() ? Outlook.SOMETHING : 0;
        double now = Math.max(busy, running / model.slots()) + Backlog.load(seen, model, steady, lead.toNanos() / 1e9);
        double load = Math.max(now, least);
        boolean lasts = excursions.lasts(seen.at(), Outlook.whole(load) > level, lead);
        double met = lasts ? load : Math.min(load, Math.max(level, least));
        return new Outlook(steady, met, sure, history.rise(lead, settings.riseShare()), level);
    }

    private List<Slice.Arrived> listen(PoolObservation seen) {
        List<Slice.Arrived> arrived = seen.classes().stream()
                .map(one ->
                        new Slice.Arrived(one.objective(), one.arrived().known().orElse(Work.NONE)))
                .toList();
        all.add(seen.sinceSeconds(), arrived.stream().map(Slice.Arrived::work).reduce(Work.NONE, Work::plus));
        all.noticeChange();
        return arrived;
    }
}
