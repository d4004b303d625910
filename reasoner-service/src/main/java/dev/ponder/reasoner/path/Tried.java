package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;

/**
 * What a try on one shard came to.
 *
 * @param outcome the outcome, should there be no further try
 * @param again whether another try may do better
 * @param engineFailed whether the engine itself answered wrongly, rather than not at all
 */
record Tried(Outcome outcome, boolean again, boolean engineFailed) {}
