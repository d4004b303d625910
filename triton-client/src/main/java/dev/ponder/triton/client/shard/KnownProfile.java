package dev.ponder.triton.client.shard;

import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.shard.ProfileLookup.Result;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers a model's profile; asks again after a failure, because a server may come back with another model. Thread-safe. */
final class KnownProfile {

    private final Supplier<CompletableFuture<Result>> lookup;
    private @Nullable CompletableFuture<Result> current;

    KnownProfile(Supplier<CompletableFuture<Result>> lookup) {
        this.lookup = lookup;
    }

    /** The profile, asked for at most once at a time. */
    synchronized CompletableFuture<Result> find() {
        CompletableFuture<Result> asked = current;
        if (asked == null || (asked.isDone() && asked.join() instanceof Result.Missing)) {
            asked = lookup.get();
            current = asked;
        }
        return asked;
    }

    /** Learns from a generation's failure that the model may have changed. */
    synchronized void learn(FailureKind kind) {
        boolean changed =
                switch (kind) {
                    case UNAVAILABLE, LEAVING, MODEL_UNKNOWN, REFUSED, UNREADABLE -> true;
                    case QUEUE_FULL, BROKEN_STREAM, ENGINE_ERROR, NO_SHARD, DEADLINE, TOO_LARGE -> false;
                };
        CompletableFuture<Result> asked = current;
        if (changed && asked != null && asked.isDone()) {
            current = null;
        }
    }
}
