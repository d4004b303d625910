package dev.ponder.reasoner.voting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many chains came to which answer (self-consistency: Wang et al., 2022). A chain without a canonical answer has no vote. Pure.
 *
 * @param votes how many there are of each answer
 */
public record Ballot(Map<String, Integer> votes) {

    private static final Comparator<Map.Entry<String, Integer>> MOST_THEN_SMALLEST =
            Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    public Ballot {
        votes = Map.copyOf(votes);
    }

    /** Counts canonical answers; empty ones are no votes. */
    public static Ballot of(Collection<String> answers) {
        return new Ballot(answers.stream()
                .filter(answer -> !answer.isEmpty())
                .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum)));
    }

    /** The answer with the most votes; of several the smallest, so that the order in which chains came does not matter. */
    public Optional<String> leader() {
        return votes.entrySet().stream().min(MOST_THEN_SMALLEST).map(Map.Entry::getKey);
    }

    /** How many voted. */
    public int voted() {
        return votes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many voted for the leader. */
    public int agreed() {
        return ranked(0);
    }

    /** How many voted for the one behind it. */
    public int second() {
        return ranked(1);
    }

    private int ranked(int rank) {
        return votes.entrySet().stream()
                .sorted(MOST_THEN_SMALLEST)
                .skip(rank)
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(0);
    }
}
