package dev.ponder.triton.shard.engine;

/** Takes the tokens of one generation, in order, on the engine's thread: must not block. */
public interface TokenSink {

    /**
     * One token.
     *
     * @param last whether nothing more comes
     * @param cut whether the end is the token limit's doing
     */
    void onToken(String token, boolean last, boolean cut);

    /** The generation was cancelled and has now left the GPU. */
    void onCancelled();
}
