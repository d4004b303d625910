package dev.ponder.autoscaler.cluster;

import dev.ponder.autoscaler.pool.TargetConfig;

/** A target's settings as a record. */
public record Target(String apiVersion, String resource, String namespace, String name, boolean write)
        implements TargetConfig {}
