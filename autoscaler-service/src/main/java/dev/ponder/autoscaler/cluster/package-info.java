/** The side of the Kubernetes API: scale sub-resource, pods and lease, each refusal a value. */
@NullMarked
package dev.ponder.autoscaler.cluster;

import org.jspecify.annotations.NullMarked;
