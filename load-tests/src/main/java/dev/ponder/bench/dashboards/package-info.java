/** Whether every query of every dashboard and every alert has data, as a real Prometheus sees the real services under load. */
@NullMarked
package dev.ponder.bench.dashboards;

import org.jspecify.annotations.NullMarked;
