/** Writes the folder that Triton loads, for both forms of TensorRT-LLM models. */
@NullMarked
package dev.ponder.models.layout;

import org.jspecify.annotations.NullMarked;
