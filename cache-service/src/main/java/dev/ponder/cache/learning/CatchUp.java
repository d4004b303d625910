package dev.ponder.cache.learning;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Follows the first catch-up with the topic's end, as that end was when reading began. Once caught up, it stays so, until the
 * store is emptied: from then on the copy is as late as its consumer, which is milliseconds. Any thread.
 */
public final class CatchUp {

    private final AtomicReference<CatchUpState> state = new AtomicReference<>(new CatchUpState.Waiting());

    /** Says how far it is. */
    public CatchUpState state() {
        return state.get();
    }

    /** Says whether the store has seen everything that was in the topic at the start. */
    public boolean isDone() {
        return state.get() instanceof CatchUpState.CaughtUp;
    }

    /** The store was emptied: what it is filled with may have been erased further on in the topic. */
    public void beginAnew() {
        state.set(new CatchUpState.Waiting());
    }

    /** The broker has no such topic. */
    public void topicMissing() {
        state.updateAndGet(was -> was instanceof CatchUpState.CaughtUp ? was : new CatchUpState.TopicMissing());
    }

    /** The topic was found, but how far to read could not be learned. */
    public void stalled(String why) {
        state.updateAndGet(was -> was instanceof CatchUpState.CaughtUp ? was : new CatchUpState.Stalled(why));
    }

    /**
     * Reading begins.
     *
     * @param targets by partition, the position that means caught up; partitions with nothing to read are left out
     */
    public void expect(Map<Integer, Long> targets) {
        state.updateAndGet(was -> was instanceof CatchUpState.CaughtUp ? was : behind(targets));
    }

    /** Reading has come to these positions, and what was read is stored. */
    public void reached(Map<Integer, Long> positions) {
        state.updateAndGet(was -> switch (was) {
            case CatchUpState.Behind(Map<Integer, Long> targets) -> behind(left(targets, positions));
            case CatchUpState.Waiting _, CatchUpState.TopicMissing _, CatchUpState.Stalled _, CatchUpState.CaughtUp _ ->
                was;
        });
    }

    private static CatchUpState behind(Map<Integer, Long> targets) {
        return targets.isEmpty() ? new CatchUpState.CaughtUp() : new CatchUpState.Behind(targets);
    }

    private static Map<Integer, Long> left(Map<Integer, Long> targets, Map<Integer, Long> positions) {
        return targets.entrySet().stream()
                .filter(target -> positions.getOrDefault(target.getKey(), 0L) < target.getValue())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
