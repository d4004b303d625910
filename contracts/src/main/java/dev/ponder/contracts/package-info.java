/**
 * What the services say to each other and to users, and the names they say it under. A request comes in as
 * {@link dev.ponder.contracts.request.ReasoningRequest}, is handed on as a {@link dev.ponder.contracts.work.Task}, thought
 * about in {@link dev.ponder.contracts.chunk.Chunk}s, ends as one {@link dev.ponder.contracts.outcome.Outcome} and is
 * published as one {@link dev.ponder.contracts.result.Result}; what could not be read becomes a
 * {@link dev.ponder.contracts.deadletter.DeadLetter}. No framework and no Kafka client is known here.
 */
@NullMarked
package dev.ponder.contracts;

import org.jspecify.annotations.NullMarked;
