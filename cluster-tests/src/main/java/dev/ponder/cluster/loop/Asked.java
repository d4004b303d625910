package dev.ponder.cluster.loop;

import static java.util.Objects.requireNonNull;

/**
 * What somebody asks of the API server.
 *
 * @param method as {@code PUT}
 * @param path with its query
 */
record Asked(String method, String path) {

    Asked {
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
    }

    boolean isScale() {
        return path.contains("/scale");
    }

    boolean writesScale() {
        return isScale() && !method.equals("GET");
    }

    boolean readsScale() {
        return isScale() && method.equals("GET");
    }

    boolean isLease() {
        return path.contains("/leases");
    }
}
