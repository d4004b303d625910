package dev.ponder.models.sizing;

/** Whether a model has room in a host's memory. */
public sealed interface HostFit {

    /**
     * It has.
     *
     * @param loading bytes at the most while it is loaded: all weights as 32 bit
     * @param weights bytes of the weights that stay
     * @param cache bytes of keys and values, all sequences at their longest
     * @param steps bytes of what all of them read at once
     * @param reserve bytes of the server itself
     */
    record Fits(long loading, long weights, long cache, long steps, long reserve) implements HostFit {

        /** The most that it ever takes. */
        public long most() {
            return reserve + Math.max(loading, weights + cache + steps);
        }
    }

    /**
     * It has not.
     *
     * @param why with the numbers
     * @param fix what to change
     */
    record Refused(String why, String fix) implements HostFit {}
}
