package dev.ponder.bench.fairness;

import dev.ponder.contracts.id.TenantId;
import java.time.Duration;

/**
 * One request of the workload.
 *
 * @param due when, from the start
 * @param tokens how long its answer is
 */
record Asked(TenantId tenant, String id, Duration due, int tokens) {}
