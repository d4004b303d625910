/**
 * What people look at and what wakes them: dashboards, recording rules and alerts, written as types over the very meter names that the
 * services use ({@link dev.ponder.contracts.telemetry.Meters}). {@link dev.ponder.dashboards.Everything} lists them all,
 * {@code promql} makes queries, {@code panel} is what a dashboard consists of, {@code board} holds the dashboards, {@code rule} the
 * rules and alerts, {@code file} writes all of it as Grafana and Prometheus read it. Pure but for {@link
 * dev.ponder.dashboards.DashboardsMain}.
 */
@NullMarked
package dev.ponder.dashboards;

import org.jspecify.annotations.NullMarked;
