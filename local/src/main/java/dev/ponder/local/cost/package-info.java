/**
 * Who is cheaper where: {@link dev.ponder.local.cost.CostCommand} reads two offers ({@link dev.ponder.local.cost.OfferFile}) and
 * perhaps a trace, has the laws of module {@code scaling} reckon a {@link dev.ponder.local.cost.Report}, and shows it as lines, as a
 * page and as figures. Nothing here knows a price.
 */
@NullMarked
package dev.ponder.local.cost;

import org.jspecify.annotations.NullMarked;
