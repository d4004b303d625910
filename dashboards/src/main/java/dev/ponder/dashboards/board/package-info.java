/** The dashboards. */
@NullMarked
package dev.ponder.dashboards.board;

import org.jspecify.annotations.NullMarked;
