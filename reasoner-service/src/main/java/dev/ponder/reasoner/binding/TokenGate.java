package dev.ponder.reasoner.binding;

import dev.ponder.workqueue.Room;
import dev.ponder.workqueue.RoomGate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Lets a slot poll only when the largest work of its class would fit. Any thread. */
public final class TokenGate implements RoomGate {

    private final TokenBudget budget;
    private final int largestWork;
    private final Map<String, Integer> ofTopics;

    /**
     * Guards a budget.
     *
     * @param largestWork of any topic
     * @param ofTopics of single topics whose work is smaller
     */
    public TokenGate(TokenBudget budget, int largestWork, Map<String, Integer> ofTopics) {
        this.budget = budget;
        this.largestWork = largestWork;
        this.ofTopics = Map.copyOf(ofTopics);
    }

    @Override
    public Optional<Room> enter(String topic, Duration patience) throws InterruptedException {
        return budget.reserve(ofTopics.getOrDefault(topic, largestWork), patience)
                .map(reservation -> reservation);
    }
}
