package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Where the records of each class stand. The lag of a group holds what is in flight too, so what reasoners say is in progress is taken off
 * it; while they do not say, the whole lag counts as queued. They count all classes together: each class gets as large a part as it has of
 * the lag. A slot polls with room in hand and for one record, and what a consumer group buffers is still in its lag: so nothing is buffered.
 *
 * @param open by class, the records that are not done with
 * @param running in progress, on shards or waiting inside them
 * @param waiting of these, those that wait inside shards
 */
record LayerSplit(List<Reading<Double>> open, Reading<Double> running, Reading<Double> waiting) {

    private static final Work ONE = new Work(1, 0, 0);

    LayerSplit {
        open = List.copyOf(open);
    }

    static LayerSplit of(ServedPool pool, PoolSnapshot now) {
        return new LayerSplit(
                pool.classes().stream()
                        .map(one -> now.backlog(one.topic()).map(known -> (double) known.open()))
                        .toList(),
                total(
                        now.reasoners(),
                        ReasonerFigures::inProgress,
                        now.isEmpty(),
                        "no reasoner says what is in progress"),
                total(now.shards(), ShardFigures::waiting, now.isEmpty(), "a shard does not say what waits in it"));
    }

    /** The layers of a class, whose requests are so long each. */
    Layers layers(int index, Work each) {
        double part = part(index);
        double held = running.known().orElse(0.0) * part;
        Reading<Double> inside = running.known().isEmpty() ? running : waiting;
        Reading<Double> gated = inside.map(count -> Math.min(count * part, held));
        return new Layers(
                open.get(index).map(count -> each.times(Math.max(0, count - held))),
                Reading.of(Work.NONE),
                gated.map(each::times),
                running.map(count -> each.times(count * part - gated.known().orElse(0.0))));
    }

    /** Records of a class that are on shards; 0 where nobody says. */
    double dispatched(int index) {
        return layers(index, ONE).dispatched().known().map(Work::requests).orElse(0.0);
    }

    private double part(int index) {
        double all = open.stream()
                .flatMap(one -> one.known().stream())
                .mapToDouble(Double::doubleValue)
                .sum();
        return all == 0 ? 1.0 / open.size() : open.get(index).known().orElse(0.0) / all;
    }

    private static <T> Reading<Double> total(
            Reading<Map<String, Reading<T>>> pages,
            Function<T, OptionalDouble> figure,
            boolean nobodyIsThere,
            String silent) {
        return switch (pages) {
            case Reading.Missing<Map<String, Reading<T>>>(String why) ->
                nobodyIsThere ? Reading.of(0.0) : Reading.missing(why);
            case Reading.Known<Map<String, Reading<T>>>(Map<String, Reading<T>> known) -> sum(known, figure, silent);
        };
    }

    private static <T> Reading<Double> sum(
            Map<String, Reading<T>> pages, Function<T, OptionalDouble> figure, String silent) {
        double sum = 0;
        for (Reading<T> page : pages.values()) {
            switch (page) {
                case Reading.Missing<T>(String why) -> {
                    return Reading.missing(why);
                }
                case Reading.Known<T>(T known) -> {
                    OptionalDouble value = figure.apply(known);
                    if (value.isEmpty()) {
                        return Reading.missing(silent);
                    }
                    sum += value.orElseThrow();
                }
            }
        }
        return Reading.of(sum);
    }
}
