/**
 * What answers cost over how much is asked: the law that ships beside a static fleet, two laws of others and a clairvoyant.
 * {@link dev.ponder.bench.elasticity.frontier.FrontierCommand} plays a {@code Contest} for each {@code Level} and seed, and a
 * {@code Frontier} says what they come to.
 */
@NullMarked
package dev.ponder.bench.elasticity.frontier;

import org.jspecify.annotations.NullMarked;
