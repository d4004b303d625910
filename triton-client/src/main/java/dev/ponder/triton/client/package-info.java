/**
 * Drives TensorRT-LLM models behind Triton servers. {@code generation} is the port that callers see; {@code shard} speaks to one
 * server, in the form that {@code profile} found in its metadata; {@code pool} chooses between servers; {@code text} and
 * {@code token} turn what comes into whole characters, thoughts, answers and counts; {@code metrics} reads a server's page.
 */
@NullMarked
package dev.ponder.triton.client;

import org.jspecify.annotations.NullMarked;
