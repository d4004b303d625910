/**
 * What answering costs. An {@link dev.ponder.scaling.pricing.Offer} is what one may rent or own; a
 * {@link dev.ponder.scaling.pricing.Demand} is what is asked of it; a {@link dev.ponder.scaling.pricing.CostCurve} puts both together:
 * how many replicas, for how much a month, and how much that is an answer. {@code crossover} lays two curves beside each other, and a
 * {@link dev.ponder.scaling.pricing.TraceBill} is the same over requests as they once came. Money and loads are decimals, since an
 * offer is dearer from an exact load on; nothing here is rounded but what is divided.
 */
@NullMarked
package dev.ponder.scaling.pricing;

import org.jspecify.annotations.NullMarked;
