/** What a dashboard consists of. */
@NullMarked
package dev.ponder.dashboards.panel;

import org.jspecify.annotations.NullMarked;
