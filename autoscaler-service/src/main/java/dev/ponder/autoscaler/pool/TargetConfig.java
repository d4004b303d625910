package dev.ponder.autoscaler.pool;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** Something in the cluster that has a scale sub-resource. */
public interface TargetConfig {

    /** Group and version, as {@code apps/v1} or {@code leaderworkerset.x-k8s.io/v1}. */
    @WithDefault("apps/v1")
    @Pattern(regexp = "[a-z0-9.-]+/[a-z0-9]+")
    String apiVersion();

    /** The resource, in the plural, as {@code deployments} or {@code leaderworkersets}. */
    @WithDefault("deployments")
    @Pattern(regexp = "[a-z0-9]+")
    String resource();

    /** Its namespace. */
    @WithDefault("default")
    @Pattern(regexp = "[a-z0-9-]+")
    String namespace();

    /** Its name. */
    @NotBlank
    @Pattern(regexp = "[a-z0-9.-]+")
    String name();

    /** Whether it is written; false leaves that to KEDA and only looks at the replicas. */
    @WithDefault("true")
    @WithConverter(TrueOrFalse.class)
    boolean write();
}
