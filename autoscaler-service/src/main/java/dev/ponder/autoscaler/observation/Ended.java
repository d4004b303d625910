package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What ended since the look before. Reasoners count all classes together, so it is known of a class only where no other one had work.
 *
 * @param work by class, with the tokens that it took in truth
 * @param firstTokenP90 by class, in seconds
 */
record Ended(List<Reading<Work>> work, List<Reading<Double>> firstTokenP90) {

    private static final String TOGETHER = "reasoners count all classes together";

    Ended {
        work = List.copyOf(work);
        firstTokenP90 = List.copyOf(firstTokenP90);
    }

    static Ended of(
            ServedPool pool, PoolSnapshot now, List<Reading<Double>> arrived, Reading<List<CounterSteps.Step>> steps) {
        List<Boolean> busy = new ArrayList<>();
        for (int i = 0; i < pool.classes().size(); i++) {
            boolean waits = now.backlog(pool.classes().get(i).topic())
                    .known()
                    .map(known -> known.open() > 0)
                    .orElse(true);
            busy.add(waits || arrived.get(i).known().map(count -> count > 0).orElse(true));
        }
        Reading<Work> all = steps.map(Ended::total);
        boolean alone = busy.stream().filter(one -> one).count() <= 1;
        List<Reading<Work>> work = new ArrayList<>();
        List<Reading<Double>> first = new ArrayList<>();
        for (boolean mine : busy) {
            work.add(alone ? mine ? all : all.map(_ -> Work.NONE) : Reading.missing(TOGETHER));
            first.add(alone && mine ? FirstTokens.p90(steps) : Reading.missing(TOGETHER));
        }
        return new Ended(work, first);
    }

    private static Work total(List<CounterSteps.Step> steps) {
        return new Work(
                sum(steps, ReasonerFigures::generations),
                sum(steps, ReasonerFigures::inputTokens),
                sum(steps, ReasonerFigures::outputTokens));
    }

    private static double sum(List<CounterSteps.Step> steps, Function<ReasonerFigures, OptionalDouble> counter) {
        return steps.stream()
                .flatMap(step -> step.grown(counter).stream().boxed())
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
