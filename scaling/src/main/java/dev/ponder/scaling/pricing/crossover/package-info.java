/**
 * Two offers beside each other. Costs are staircases, so one may lead, lose the lead and win it again; a
 * {@link dev.ponder.scaling.pricing.crossover.Crossover} has every stretch of the load in which one of them leads.
 */
@NullMarked
package dev.ponder.scaling.pricing.crossover;

import org.jspecify.annotations.NullMarked;
