/** Queries, made from meters and not from text. */
@NullMarked
package dev.ponder.dashboards.promql;

import org.jspecify.annotations.NullMarked;
