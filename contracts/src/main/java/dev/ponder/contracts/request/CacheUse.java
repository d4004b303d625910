package dev.ponder.contracts.request;

/**
 * What of a request the cache may answer and may learn: the one rule, for the router that asks it and the reasoner that teaches it. A
 * {@link dev.ponder.contracts.question.QuestionKey} names a question, not how an answer to it is drawn; so the cache has to do only with
 * requests of which any whole answer to their question will do.
 *
 * <ul>
 *   <li>{@code stop} cuts an answer where the asker says, and a whole one may hold the very text that must not come: neither.
 *   <li>{@code seed} asks for one draw, not for anybody's: neither.
 *   <li>{@code temperature} above 1 draws what the model itself holds unlikely: such an answer is nobody else's, a stored one will do.
 *   <li>Token limits and {@code reasoning_effort} bound what is spent, and a hit spends nothing; an answer that a limit cut is not whole and
 *       teaches nothing, which its reasoner sees. Temperatures up to 1 and {@code top_p} narrow the draw: both.
 * </ul>
 *
 * A field that changes the answer and isn't named here is refused by name; one that nobody knows changes nothing.
 *
 * @param reads whether a lookup may answer
 * @param teaches whether the chain may be learned, if it came to its own end
 */
public record CacheUse(boolean reads, boolean teaches) {

    private static final double OWN_TEMPERATURE = 1;

    /** Decides for a request of these options and this sampling. */
    public static CacheUse of(PonderOptions options, Sampling sampling) {
        boolean anyWillDo = sampling.stop().isEmpty() && sampling.seed() == null;
        CachePolicy policy = options.cache();
        return new CacheUse(
                anyWillDo && policy.reads(),
                anyWillDo && policy.teaches() && sampling.temperature() <= OWN_TEMPERATURE);
    }
}
