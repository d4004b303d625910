/** Recording rules and alerts. */
@NullMarked
package dev.ponder.dashboards.rule;

import org.jspecify.annotations.NullMarked;
