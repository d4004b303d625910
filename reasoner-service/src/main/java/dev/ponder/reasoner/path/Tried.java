package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;

/**
 * What a try on one shard came to.
 *
 * @param outcome the outcome, should there be no further try
 * @param again whether another shard may do better
 */
record Tried(Outcome outcome, boolean again) {}
