package dev.ponder.triton.shard.serve;

import static java.util.Objects.requireNonNull;

import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.model.ModelDef;

/**
 * A model that a server serves.
 *
 * @param definition how it looks
 * @param answering what answers
 * @param counters what it has done
 */
public record ServedModel(ModelDef definition, Answering answering, ShardCounters counters) {

    public ServedModel {
        requireNonNull(definition, "definition is null");
        requireNonNull(answering, "answering is null");
        requireNonNull(counters, "counters is null");
    }
}
