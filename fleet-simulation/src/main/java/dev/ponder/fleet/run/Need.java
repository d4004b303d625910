package dev.ponder.fleet.run;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How many replicas the work of a moment needs at the least. Pure.
 *
 * @param sequences that one replica may hold, each token within the strictest objective
 * @param promptTokens that one reads within the strictest objective of a first token
 */
record Need(double sequences, double promptTokens) {

    Need {
        if (!(sequences > 0 && promptTokens > 0)) {
            throw new IllegalArgumentException(
                    "a replica carries something: %s, %s".formatted(sequences, promptTokens));
        }
    }

    static Need of(FleetSettings settings) {
        ReplicaModel model = settings.model();
        List<Objective> objectives = settings.objectives();
        return new Need(
                model.batchWithin(strictest(objectives, Objective::perTokenSeconds)),
                model.prefillTokensPerSecond() * strictest(objectives, Objective::firstTokenSeconds));
    }

    private static double strictest(List<Objective> objectives, ToDoubleFunction<Objective> limit) {
        return objectives.stream().mapToDouble(limit).min().orElseThrow();
    }

    int replicas(long sequencesThere, long promptTokensUnread) {
        return (int) Math.ceil(Math.max(sequencesThere / sequences, promptTokensUnread / promptTokens));
    }
}
