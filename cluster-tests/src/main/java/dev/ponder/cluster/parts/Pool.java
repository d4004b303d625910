package dev.ponder.cluster.parts;

import dev.ponder.cluster.site.Site;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pool whose replicas are pods of a deployment.
 *
 * @param site where it is
 * @param name of the pool and of its deployment
 */
public record Pool(Site site, String name) {

    /** Lays the deployment with so many replicas. */
    public void lay(int replicas) {
        site.apply("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: %1$s}
                        spec:
                          replicas: %2$d
                          selector: {matchLabels: {app: %1$s}}
                          template:
                            metadata: {labels: {app: %1$s}}
                            spec: {containers: [{name: shard, image: "example.invalid/shard:1"}]}
                        """.formatted(name, replicas)).orFail();
    }

    /** How many replicas are asked for. */
    public int asked() {
        return site.client()
                .apps()
                .deployments()
                .inNamespace(site.namespace())
                .withName(name)
                .require()
                .getSpec()
                .getReplicas();
    }

    /** Asks for so many, as a person would. */
    public void ask(int replicas) {
        site.kubectl("scale", "deployment", name, "--replicas=" + replicas).orFail();
    }

    /** The names of its pods that are ready and not on their way out. */
    public List<String> ready() {
        return site.client().pods().inNamespace(site.namespace()).withLabel("app", name).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(Readiness.getInstance()::isReady)
                .map(Pod::getMetadata)
                .map(meta -> meta.getName())
                .toList();
    }

    /**
     * What an autoscaler is told so that it watches this pool: few slots, so that little work asks for many replicas; short answers, no
     * patience and a short memory, so that the pool sleeps within a minute.
     *
     * @param page tells what its reasoners have in progress
     * @param writes whether it writes the scale itself
     */
    public Map<String, String> keys(int max, String page, boolean writes) {
        String pool = "autoscaler.pools." + name + ".";
        Map<String, String> keys = new HashMap<>(Map.of(
                pool + "max", Integer.toString(max),
                pool + "reasoners", page,
                pool + "hold", "5s",
                pool + "remembers", "20s",
                pool + "cold-start", "1s",
                pool + "group", Broker.group(name),
                pool + "replica.slots", "4",
                pool + "classes.interactive.input-tokens", "100",
                pool + "classes.interactive.output-tokens", "150"));
        keys.putAll(Map.of(
                pool + "target.name",
                name,
                pool + "target.namespace",
                site.namespace(),
                pool + "target.write",
                Boolean.toString(writes),
                "autoscaler.loop.interval",
                "500ms",
                "autoscaler.cluster.kubeconfig",
                site.cluster().kubeconfig().toString(),
                "autoscaler.cluster.lease.namespace",
                site.namespace(),
                "autoscaler.cluster.lease.duration",
                "4s",
                "autoscaler.cluster.lease.renew-deadline",
                "3s",
                "autoscaler.cluster.lease.retry-pause",
                "500ms"));
        return keys;
    }
}
