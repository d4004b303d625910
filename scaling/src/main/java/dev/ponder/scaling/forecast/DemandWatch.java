package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches what is asked of a pool, and says what is ahead. One thread. */
public final class DemandWatch {

    /** What the steady flow is a mean of, at the most. */
    private static final Duration LONGEST_MEAN = Duration.ofMinutes(4);
    /** Standard errors by which the steady flow may be less than it looks. */
    private static final double CAUTION = 1.5;

    private final ForecastSettings settings;
    private final Arrivals all;
    private final LoadHistory history;
    private final Hindsight hindsight;
    private final Excursions excursions = new Excursions();
    private @Nullable Instant heard;

    /** Begins to watch. */
    public DemandWatch(ForecastSettings settings) {
        this.settings = settings;
        Duration remembered = settings.remembers().compareTo(LONGEST_MEAN) < 0 ? settings.remembers() : LONGEST_MEAN;
        this.all = new Arrivals(remembered.toNanos() / 1e9);
        this.history = new LoadHistory(settings.remembers(), settings.risesFade());
        this.hindsight = new Hindsight(settings.remembers(), settings.spikesFade());
    }

    /**
     * Takes an observation and says what is ahead.
     *
     * @param lead how long a replica asked for now takes
     */
    public Outlook watch(PoolObservation seen, ReplicaModel model, Duration lead) {
        boolean isHeard =
                seen.classes().stream().anyMatch(one -> one.arrived().known().isPresent());
        if (isHeard) {
            listen(seen, model);
        }
        Flow steady = all.steady();
        double busy = model.replicasFor(steady, model.slots());
        double sure = busy * Math.max(0, 1 - CAUTION * all.doubtOfSteady());
        history.add(seen.at(), sure);
        double level = hindsight.enough(model, lead, settings.spikeShare());
        double running = seen.running().requests();
        double least = running > 0 || !seen.waiting().isNone() ? Outlook.SOMETHING : 0;
        double before = Math.max(busy, running / model.slots());
        Backlog backlog = Backlog.of(seen, model, steady, lead.toNanos() / 1e9);
        double load = Math.max(before + backlog.beyond(seen), least);
        double met = lasts(seen, load, level, lead) ? load : Math.min(load, Math.max(level, least));
        return new Outlook(
                steady, met, before + backlog.replicas(), sure, history.rise(lead, settings.riseShare()), level);
    }

    /** What is missing is missing, never zero: a load that isn't seen is not over. */
    private boolean lasts(PoolObservation seen, double load, double level, Duration lead) {
        boolean above = Outlook.whole(load) > level;
        boolean isUnseen = !above && !seen.missing().isEmpty();
        return isUnseen || excursions.lasts(seen.at(), above, lead);
    }

    /** Takes what came since it was heard last, which may be longer ago than the observation before. */
    private void listen(PoolObservation seen, ReplicaModel model) {
        Instant before = heard;
        double seconds = before == null
                ? seen.sinceSeconds()
                : Duration.between(before, seen.at()).toNanos() / 1e9;
        heard = seen.at();
        List<Slice.Arrived> arrived = seen.classes().stream()
                .map(one ->
                        new Slice.Arrived(one.objective(), one.arrived().known().orElse(Work.NONE)))
                .toList();
        all.add(seconds, arrived.stream().map(Slice.Arrived::work).reduce(Work.NONE, Work::plus));
        all.noticeChange();
        double busy = model.replicasFor(all.steady(), model.slots());
        hindsight.add(new Slice(seen.at(), seconds, arrived, busy));
    }
}
