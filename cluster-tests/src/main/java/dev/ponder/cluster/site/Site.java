package dev.ponder.cluster.site;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A namespace of the cluster that one class of checks has for itself. It goes when the class is done; nobody waits for that. Any thread. */
public final class Site implements AutoCloseable {

    private final Cluster cluster;
    private final String namespace;

    private Site(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** Makes the namespace; a restricted one takes only pods that fit the restricted Pod Security standard. */
    static Site open(Cluster cluster, String namespace, boolean restricted) {
        Map<String, String> labels = restricted ? Map.of("pod-security.kubernetes.io/enforce", "restricted") : Map.of();
        cluster.client()
                .namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        return new Site(cluster, namespace);
    }

    public Cluster cluster() {
        return cluster;
    }

    public String namespace() {
        return namespace;
    }

    /** A client with all rights, on the whole cluster. */
    public KubernetesClient client() {
        return cluster.client();
    }

    /** Calls kubectl for this namespace. */
    public Said kubectl(String... arguments) {
        return cluster.kubectl("", here(List.of(arguments)));
    }

    /** Lays objects as {@code kubectl apply} does, unknown fields refused. */
    public Said apply(String yaml) {
        return cluster.kubectl(yaml, here(List.of("apply", "--validate=strict", "-f", "-")));
    }

    /** Calls helm for this namespace. */
    public Said helm(String... arguments) {
        return cluster.helm(here(List.of(arguments)));
    }

    private List<String> here(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("--namespace", namespace));
        all.addAll(arguments);
        return all;
    }

    @Override
    public void close() {
        client().namespaces().withName(namespace).delete();
    }
}
