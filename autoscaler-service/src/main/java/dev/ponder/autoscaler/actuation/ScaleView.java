package dev.ponder.autoscaler.actuation;

import static java.util.Objects.requireNonNull;

/**
 * What the scale sub-resource says.
 *
 * @param replicas how many are asked for
 * @param selector of their pods
 * @param version of the object, which a write must name
 */
public record ScaleView(int replicas, String selector, String version) {

    public ScaleView {
        requireNonNull(selector, "selector is null");
        requireNonNull(version, "version is null");
    }
}
