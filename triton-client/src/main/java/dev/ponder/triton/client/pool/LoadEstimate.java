package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.generation.GenerationRequest;

/** Says how much work a generation will be, before it has begun. Pure. */
@FunctionalInterface
public interface LoadEstimate {

    /** The load in generated tokens, 1 or more. */
    long tokens(GenerationRequest request);

    /**
     * All that may be generated, and the prompt at a tenth: prefill does tokens side by side that decode does one after the other.
     * Four characters count as a token.
     */
    static LoadEstimate standard() {
        return request -> request.tokensLeft()
                + (request.prompt().length() + request.prefix().text().length()) / 40;
    }
}
