package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What ended since the look before. Reasoners count by the class that a request has, wherever it waited: surplus work counts with the
 * others of its class. It waited longer by right, so while there is some, no first token says how a class fares, and how much of it ended
 * nobody says.
 *
 * @param work by class, with the tokens that it took in truth
 * @param firstTokenP90 by class, in seconds
 */
record Ended(List<Reading<Work>> work, List<Reading<Double>> firstTokenP90) {

    private static final String WITH_ITS_CLASS = "reasoners count surplus work with its class";

    Ended {
        work = List.copyOf(work);
        firstTokenP90 = List.copyOf(firstTokenP90);
    }

    /**
     * Reckons it.
     *
     * @param surplus whether surplus work may have been there since the look before
     */
    static Ended of(ServedPool pool, boolean surplus, Reading<List<CounterSteps.Step>> steps) {
        List<Reading<Work>> work = new ArrayList<>();
        List<Reading<Double>> first = new ArrayList<>();
        for (ServedClass served : pool.classes()) {
            String name = served.objective().name();
            work.add(
                    surplus && served.isSurplus()
                            ? Reading.missing(WITH_ITS_CLASS)
                            : steps.map(all -> total(all, name)));
            first.add(surplus ? Reading.missing(WITH_ITS_CLASS) : steps.flatMap(all -> FirstTokens.p90(all, name)));
        }
        return new Ended(work, first);
    }

    private static Work total(List<CounterSteps.Step> steps, String name) {
        return new Work(
                sum(steps, page -> page.of(name).ended()),
                sum(steps, page -> page.of(name).inputTokens()),
                sum(steps, page -> page.of(name).outputTokens()));
    }

    private static double sum(List<CounterSteps.Step> steps, Function<ReasonerFigures, OptionalDouble> counter) {
        return steps.stream()
                .flatMap(step -> step.grown(counter).stream().boxed())
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
