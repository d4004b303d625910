package dev.ponder.contracts.request;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.plan.SloClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ponder} object of a request.
 *
 * @param useDynamicInference whether we may choose path and budget by the question; if false, one plain chain
 * @param maxChainLength the most steps of a chain that are kept, 1 to 1,000
 * @param sloClass the class asked for
 * @param deadline when an answer is of no use any more, or null for the class's patience
 * @param cache what the cache may do
 * @param explain whether the result says how it was decided
 */
public record PonderOptions(
        boolean useDynamicInference,
        int maxChainLength,
        SloClass sloClass,
        @Nullable Instant deadline,
        CachePolicy cache,
        boolean explain) {

    /** The longest chain that may be asked for. */
    public static final int MOST_STEPS = 1_000;

    /** What holds for a request without the object. */
    public static final PonderOptions DEFAULT =
            new PonderOptions(true, MOST_STEPS, SloClass.INTERACTIVE, null, CachePolicy.USE, false);

    public PonderOptions {
        requireNonNull(sloClass, "sloClass is null");
        requireNonNull(cache, "cache is null");
        if (maxChainLength < 1 || maxChainLength > MOST_STEPS) {
            throw new IllegalArgumentException("maxChainLength is not in 1.." + MOST_STEPS);
        }
    }

    /** The same with another deadline. */
    PonderOptions withDeadline(Instant other) {
        return new PonderOptions(useDynamicInference, maxChainLength, sloClass, other, cache, explain);
    }
}
