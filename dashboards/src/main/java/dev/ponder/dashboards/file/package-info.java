/** The files that Grafana and Prometheus read. */
@NullMarked
package dev.ponder.dashboards.file;

import org.jspecify.annotations.NullMarked;
