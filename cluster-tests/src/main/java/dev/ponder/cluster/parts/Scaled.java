package dev.ponder.cluster.parts;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;

/**
 * A ScaledObject that hands a pool to KEDA: asked each 2 s, asleep 3 s after the last sign of work.
 *
 * @param pool whose deployment is scaled
 * @param trigger what the trigger is, as {@code external-push}
 * @param address where our scaler is served
 */
public record Scaled(Pool pool, String trigger, String address) {

    /** Lays it with no more than this to do with the pool of the same name. */
    public void lay(int max) {
        lay(max, "", "pool: " + pool.name(), "");
    }

    /** Lays it with a fallback that acts after two failures. */
    public void layWithFallback(int max, int replicas) {
        lay(max, "fallback: {failureThreshold: 2, replicas: " + replicas + "}", "pool: " + pool.name(), "");
    }

    /**
     * Lays it.
     *
     * @param spec a line more in its spec
     * @param metadata what the trigger tells our scaler
     * @param reference a line more in the trigger
     */
    public void lay(int max, String spec, String metadata, String reference) {
        pool.site()
                .apply("""
                        apiVersion: keda.sh/v1alpha1
                        kind: ScaledObject
                        metadata: {name: %1$s}
                        spec:
                          scaleTargetRef: {name: %1$s}
                          pollingInterval: 2
                          cooldownPeriod: 3
                          minReplicaCount: 0
                          maxReplicaCount: %2$d
                          %3$s
                          advanced:
                            horizontalPodAutoscalerConfig:
                              behavior:
                                scaleUp: {stabilizationWindowSeconds: 0}
                                scaleDown: {stabilizationWindowSeconds: 0}
                          triggers:
                          - type: %4$s
                            metadata: {scalerAddress: "%5$s", %6$s}
                            %7$s
                        """.formatted(pool.name(), max, spec, trigger, address, metadata, reference))
                .orFail();
    }

    /** The status of one of its conditions, as {@code True}; an empty text where it has none. */
    public String condition(String type) {
        return conditions().stream()
                .filter(one -> type.equals(one.get("type")))
                .map(one -> String.valueOf(one.get("status")))
                .findFirst()
                .orElse("");
    }

    /** KEDA leaves conditions out until it has looked. */
    @SuppressWarnings("unchecked") // the form of the custom resource
    private List<Map<String, Object>> conditions() {
        GenericKubernetesResource object = pool.site()
                .client()
                .genericKubernetesResources("keda.sh/v1alpha1", "ScaledObject")
                .inNamespace(pool.site().namespace())
                .withName(pool.name())
                .require();
        Object all = object.get("status", "conditions");
        return all == null ? List.of() : (List<Map<String, Object>>) all;
    }
}
