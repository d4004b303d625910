package dev.ponder.scaling.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Plays pieces in slots, the earliest deadline first, each in the slot that is free first: what the policy reckons, done one by one. */
final class EarliestFirst {

    /**
     * One piece.
     *
     * @param seconds in a slot
     * @param deadline in seconds from now
     */
    record Piece(double seconds, double deadline) {}

    private EarliestFirst() {}

    /**
     * Which pieces end after their deadline, by their place.
     *
     * @param freeFrom when each slot is free, in seconds from now
     */
    static Set<Integer> late(List<Piece> pieces, List<Double> freeFrom) {
        PriorityQueue<Double> free = new PriorityQueue<>(freeFrom);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> pieces.get(i).deadline()));
        Set<Integer> late = new HashSet<>();
        for (int i : order) {
            Double from = free.poll();
            double end = from == null ? Double.MAX_VALUE : from + pieces.get(i).seconds();
            if (end > pieces.get(i).deadline()) {
                late.add(i);
            }
            if (from != null) {
                free.add(end);
            }
        }
        return late;
    }
}
