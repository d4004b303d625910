package dev.ponder.reasoner.binding;

import dev.ponder.workqueue.Room;
import dev.ponder.workqueue.RoomGate;
import java.time.Duration;
import java.util.Optional;

/** Lets a slot poll only when the largest work of its class would fit. Any thread. */
public final class TokenGate implements RoomGate {

    private final TokenBudget budget;
    private final int largestWork;

    /** Guards a budget. */
    public TokenGate(TokenBudget budget, int largestWork) {
        this.budget = budget;
        this.largestWork = largestWork;
    }

    @Override
    public Optional<Room> enter(String topic, Duration patience) throws InterruptedException {
        return budget.reserve(largestWork, patience).map(reservation -> reservation);
    }
}
