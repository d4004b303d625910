/** Names of meters, spans and log keys; dashboards and alerts rely on them. */
@NullMarked
package dev.ponder.contracts.telemetry;

import org.jspecify.annotations.NullMarked;
