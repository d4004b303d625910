package dev.ponder.models.catalogue;

import java.util.Locale;

/** The two forms in which Triton serves TensorRT-LLM models. */
public enum Profile {
    /** Text in and out, PyTorch inside; the one that goes on. */
    LLMAPI,
    /** Token ids in and out, an engine built before; TensorRT-LLM up to 1.2. */
    IFB;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
