/**
 * From a model's snapshot to a folder that Triton loads. {@code sizing} says what fits, {@code fetch} brings a snapshot, {@code quantise}
 * has NVIDIA's tools make it smaller, {@code layout} writes the repository. Each step can be run again: what is done stays done.
 */
@NullMarked
package dev.ponder.models;

import org.jspecify.annotations.NullMarked;
