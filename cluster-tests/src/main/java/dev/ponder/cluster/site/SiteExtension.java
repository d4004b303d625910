package dev.ponder.cluster.site;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/** Gives a class of checks its site. JUnit makes it; it holds nothing. */
public final class SiteExtension implements ParameterResolver {

    private static final String OURS = "dev.ponder.cluster";

    /** Lets all checks of a session have a cluster, which the caller closes. */
    public static void offer(NamespacedHierarchicalStore<Namespace> session, Cluster cluster) {
        session.put(Namespace.create(OURS), Cluster.class, new Offered(cluster));
    }

    /** A store closes what can be closed, and the cluster is not its own. */
    private record Offered(Cluster cluster) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Site.class || type == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Offered offered = context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(OURS))
                .get(Cluster.class, Offered.class);
        Cluster cluster = requireNonNull(offered, "nobody offered a cluster to this session")
                .cluster();
        return parameter.getParameter().getType() == Cluster.class ? cluster : site(cluster, context);
    }

    private static Site site(Cluster cluster, ExtensionContext context) {
        boolean restricted = context.getTestClass()
                .map(checks -> checks.getAnnotation(OnCluster.class))
                .map(OnCluster::restricted)
                .orElse(false);
        return context.getStore(ExtensionContext.Namespace.create(OURS))
                .computeIfAbsent(
                        Site.class,
                        _ -> Site.open(
                                cluster,
                                "ponder-" + UUID.randomUUID().toString().substring(0, 8),
                                restricted),
                        Site.class);
    }
}
