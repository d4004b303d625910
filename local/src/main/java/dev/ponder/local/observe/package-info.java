/**
 * What a stack can be looked at with: {@link dev.ponder.local.observe.Observation} starts Prometheus beside it and, where one is
 * installed, Grafana, both told by files that are written for this run.
 */
@NullMarked
package dev.ponder.local.observe;

import org.jspecify.annotations.NullMarked;
