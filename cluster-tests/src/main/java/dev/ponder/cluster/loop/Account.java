package dev.ponder.cluster.loop;

import dev.ponder.cluster.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A ServiceAccount with the rights of a Role of its own.
 *
 * @param site where it is
 * @param name of account, role and binding
 */
record Account(Site site, String name) {

    /** What the autoscaler's README says that it needs, for Deployments. */
    static final List<String> RIGHTS = List.of(
            "{apiGroups: [apps], resources: [deployments/scale], verbs: [get, update]}",
            "{apiGroups: [\"\"], resources: [pods], verbs: [list, patch]}",
            "{apiGroups: [coordination.k8s.io], resources: [leases], verbs: [get, create, update, patch]}");

    /** Lays it with these rules of a Role, and no more. */
    void lay(List<String> rules) {
        String listed = rules.stream().map(rule -> "- " + rule).collect(Collectors.joining("\n"));
        site.apply("""
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata: {name: %1$s}
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata: {name: %1$s}
                        rules:
                        %2$s
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata: {name: %1$s}
                        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: %1$s}
                        subjects: [{kind: ServiceAccount, name: %1$s, namespace: %3$s}]
                        """.formatted(name, listed, site.namespace())).orFail();
    }

    /** A kubeconfig with which it connects to an address, its file in the folder. */
    Path kubeconfig(Path folder, String address) throws IOException {
        String token = site.kubectl("create", "token", name).orFail();
        String authority = address.startsWith("https")
                ? ", certificate-authority-data: "
                        + site.client().getConfiguration().getCaCertData()
                : "";
        return Files.writeString(folder.resolve(site.namespace() + "-" + name + ".kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s"%s}}]
                users: [{name: u, user: {token: "%s"}}]
                contexts: [{name: c, context: {cluster: c, user: u}}]
                current-context: c
                """.formatted(
                        address, authority, token));
    }

    /** Whether the API server lets it; the words behind the verb are those of {@code kubectl auth can-i}. */
    boolean may(String verb, String what) {
        List<String> words = new ArrayList<>(List.of("auth", "can-i", verb));
        words.addAll(List.of(what.split(" ")));
        words.add("--as=system:serviceaccount:" + site.namespace() + ":" + name);
        return site.kubectl(words.toArray(String[]::new)).out().startsWith("yes");
    }
}
