/**
 * Drives TensorRT-LLM models behind Triton servers. In goes a templated prompt, out come deltas of whole characters and one end.
 *
 * <p>{@code generation} is the port that callers see; {@code shard} speaks to one server, in the form that {@code profile} found in
 * its metadata; {@code pool} chooses between servers and learns of their health; {@code text} and {@code token} turn what comes into
 * whole characters, thoughts, answers and counts; {@code metrics} reads a server's page.
 *
 * <p>The connections' threads do all work of a stream and call the listeners; the one loop, {@code pool.ProbeLoop}, runs on the
 * scheduler that it is given. Only {@code shard} knows gRPC.
 */
@NullMarked
package dev.ponder.triton.client;

import org.jspecify.annotations.NullMarked;
