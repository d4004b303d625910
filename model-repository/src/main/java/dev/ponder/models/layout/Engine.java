package dev.ponder.models.layout;

/** What is to generate behind the configuration. */
public enum Engine {
    /** NVIDIA's, on GPUs. */
    TENSORRT_LLM,
    /** PyTorch with weights of int8, on the processor, behind the tensors of llmapi: for the edge. */
    CPU_INT8,
    /** A few words of Python that generate nothing: to try the layout on a server without a GPU. */
    STAND_IN
}
