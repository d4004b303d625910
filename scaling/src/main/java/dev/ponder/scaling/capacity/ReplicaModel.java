package dev.ponder.scaling.capacity;

/**
 * What one replica can do. A sequence holds a KV slot from its prefill to its last token; prompts are read one after the other; all
 * sequences of a batch wait for the same step, which takes longer the more they are.
 *
 * @param slots sequences that its KV blocks hold at once
 * @param prefillTokensPerSecond prompt tokens that it reads in a second
 * @param stepSeconds of a step with nobody in it: {@code a} of ITL = a + b × batch
 * @param stepSecondsPerSequence what each sequence adds to it: {@code b}
 */
public record ReplicaModel(
        int slots, double prefillTokensPerSecond, double stepSeconds, double stepSecondsPerSequence) {

    public ReplicaModel {
        if (slots < 1) {
            throw new IllegalArgumentException("a replica has at least one slot: " + slots);
        }
        if (!(prefillTokensPerSecond > 0 && stepSeconds > 0 && stepSecondsPerSequence >= 0)) {
            throw new IllegalArgumentException("a replica has a speed: %s tokens/s, %s s + %s s a sequence"
                    .formatted(prefillTokensPerSecond, stepSeconds, stepSecondsPerSequence));
        }
    }

    /** Seconds between two tokens of a sequence in a batch. */
    public double secondsPerToken(double batch) {
        return stepSeconds + stepSecondsPerSequence * batch;
    }

    /** The largest batch, up to all slots, in which a token takes no longer than this; 1 at least. */
    public double batchWithin(double secondsPerToken) {
        if (secondsPerToken(slots) <= secondsPerToken) {
            return slots;
        }
        return Math.clamp((secondsPerToken - stepSeconds) / stepSecondsPerSequence, 1, slots);
    }

    /**
     * How many replicas a steady flow needs, the larger of what prefill and what KV slots need. By Little's law a replica that keeps
     * {@code batch} slots busy ends {@code batch / (prefill + output × ITL(batch))} requests a second.
     *
     * @param flow what arrives
     * @param batch slots that a replica may keep busy, on the mean
     */
    public double replicasFor(Flow flow, double batch) {
        if (flow.requestsPerSecond() == 0) {
            return 0;
        }
        return Math.max(
                flow.inputTokensPerSecond() / prefillTokensPerSecond, slotSecondsPerSecond(flow, batch) / batch);
    }

    /** Seconds of slots that a second of the flow takes, which is how many slots it holds at once, at a batch. */
    public double slotSecondsPerSecond(Flow flow, double batch) {
        return flow.inputTokensPerSecond() / prefillTokensPerSecond
                + flow.outputTokensPerSecond() * secondsPerToken(batch);
    }
}
