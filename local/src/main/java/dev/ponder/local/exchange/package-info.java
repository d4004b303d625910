/**
 * The user's side of the topics: questions go out as plain Kafka records ({@link dev.ponder.local.exchange.QuestionSender}),
 * chunks and results come back ({@link dev.ponder.local.exchange.FollowLoop}) and are put in order
 * ({@link dev.ponder.local.exchange.StreamedChain}).
 */
@NullMarked
package dev.ponder.local.exchange;

import org.jspecify.annotations.NullMarked;
