package dev.ponder.cluster.supply;

import dev.ponder.cluster.site.Toolbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where built binaries are kept between runs: {@code PONDER_CACHE}, else {@code ponder/kubernetes} in the user's cache folder.
 *
 * @param path the folder, which need not be there
 */
record CacheFolder(Path path) {

    static CacheFolder of(Map<String, String> environment) {
        return new CacheFolder(named(environment, "PONDER_CACHE")
                .or(() -> named(environment, "XDG_CACHE_HOME").map(CacheFolder::ours))
                .orElseGet(() -> ours(Path.of(System.getProperty("user.home"), ".cache")))
                .toAbsolutePath());
    }

    private static Optional<Path> named(Map<String, String> environment, String key) {
        return Optional.ofNullable(environment.get(key))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private static Path ours(Path caches) {
        return caches.resolve("ponder").resolve("kubernetes");
    }

    Path binaries() {
        return path.resolve("bin");
    }

    /** Custom resource definitions, a folder a project. */
    Path definitions() {
        return path.resolve("crds");
    }

    Toolbox toolbox() {
        return new Toolbox(List.of(binaries()));
    }
}
