package dev.ponder.fleet.run;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What a scaler may know of one class: counts, prompts, guesses. The simulation's thread. */
final class ClassTally {

    private final Objective objective;
    private final Deque<Sequence> queue = new ArrayDeque<>();
    private final LengthGuess guess = new LengthGuess();
    private final List<Double> firstTokens = new ArrayList<>();
    private Work endedWork = Work.NONE;
    private long arrived;
    private long arrivedTokens;
    private long queuedTokens;
    private long running;
    private long runningTokens;

    ClassTally(Objective objective) {
        this.objective = objective;
    }

    Deque<Sequence> queue() {
        return queue;
    }

    void arrives(Sequence sequence) {
        arrived++;
        arrivedTokens += sequence.request().inputTokens();
        queuedTokens += sequence.request().inputTokens();
        queue.addLast(sequence);
    }

    Sequence take() {
        Sequence first = queue.removeFirst();
        queuedTokens -= first.request().inputTokens();
        running++;
        runningTokens += first.request().inputTokens();
        return first;
    }

    void began(Sequence sequence) {
        firstTokens.add(sequence.firstTokenSeconds());
    }

    void ended(Sequence sequence) {
        running--;
        runningTokens -= sequence.request().inputTokens();
        endedWork = endedWork.plus(
                new Work(1, sequence.request().inputTokens(), sequence.request().outputTokens()));
        guess.ended(sequence.request().outputTokens());
    }

    /** What is known of it, arrivals and first tokens since this was asked last. */
    ClassLoad observe() {
        ClassLoad load = new ClassLoad(
                objective,
                Reading.of(work(arrived, arrivedTokens)),
                Reading.of(endedWork),
                new Layers(
                        Reading.of(work(queue.size(), queuedTokens)),
                        Reading.of(Work.NONE),
                        Reading.of(Work.NONE),
                        Reading.of(work(running, runningTokens))),
                firstTokenP90());
        arrived = 0;
        arrivedTokens = 0;
        endedWork = Work.NONE;
        firstTokens.clear();
        return load;
    }

    /** What waits with a deadline, a piece at a time. */
    Stream<Due> due() {
        return queue.stream()
                .map(Sequence::request)
                .filter(SimulatedRequest::hasDeadline)
                .map(one -> new Due(
                        Instant.EPOCH.plusNanos(Math.round(one.deadline() * 1e9)),
                        new Work(1, one.inputTokens(), one.expectedTokens()),
                        one.expectedTokens()));
    }

    private Reading<Double> firstTokenP90() {
        if (firstTokens.isEmpty()) {
            return Reading.missing("no first token came");
        }
        firstTokens.sort(Comparator.naturalOrder());
        return Reading.of(firstTokens.get((int) Math.ceil(0.9 * firstTokens.size()) - 1));
    }

    private Work work(long requests, long inputTokens) {
        return new Work(requests, inputTokens, requests * guess.mean());
    }
}
