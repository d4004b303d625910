package dev.ponder.cluster.supply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.ponder.cluster.site.Toolbox;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The binaries of a cluster in the cache folder: built where they are missing or of another recipe. One thread a process. */
final class Binaries {

    private static final List<String> NEEDED = List.of("go", "openssl", "curl");
    private static final Pattern GO_MINOR = Pattern.compile("^go1\\.([0-9]+)");
    private static final int LOWEST_GO_MINOR = 26;

    private final Path scripts;
    private final CacheFolder cache;
    private final Consumer<String> say;

    Binaries(Path scripts, CacheFolder cache, Consumer<String> say) {
        this.scripts = scripts;
        this.cache = cache;
        this.say = say;
    }

    /** Returns when all are there; several processes with one cache build one after the other. */
    void ensure() throws NoClusterException, IOException, InterruptedException {
        Files.createDirectories(cache.path());
        try (FileChannel channel = FileChannel.open(cache.path().resolve("lock"), CREATE, WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(built()) || !Files.readString(built()).equals(recipe())) {
                needTools();
                build();
            }
        }
    }

    /** A machine on which they can't be built, as for want of a network, has no cluster; that is no fault of what is checked. */
    private void build() throws NoClusterException, IOException, InterruptedException {
        Path log = cache.path().resolve("build.log");
        say.accept("Kubernetes, KEDA and helm are built into " + cache.path()
                + " (the first time takes 15 to 25 minutes; the log is " + log + ")");
        try {
            new Script(scripts.resolve("build.sh"), log).run(cache.path(), line -> say.accept("  " + line));
        } catch (SupplyException failed) {
            throw new NoClusterException(
                    "A cluster could not be built: " + failed.getMessage() + ". All that need one were skipped.");
        }
        Files.writeString(built(), recipe());
    }

    private static void needTools() throws NoClusterException {
        Toolbox onPath = new Toolbox(List.of());
        List<String> missing =
                NEEDED.stream().filter(tool -> onPath.find(tool).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new NoClusterException("A cluster can't be built without " + String.join(", ", missing)
                    + " on the PATH. All that need one were skipped.");
        }
        String version = goVersion();
        Matcher minor = GO_MINOR.matcher(version);
        if (!minor.find() || Integer.parseInt(minor.group(1)) < LOWEST_GO_MINOR) {
            throw new NoClusterException("A cluster can't be built by " + version + ": Go 1." + LOWEST_GO_MINOR
                    + " or newer is needed. All that need one were skipped.");
        }
    }

    /** As {@code go1.26.8}; an empty text where Go says nothing. */
    private static String goVersion() {
        try {
            Process go = new ProcessBuilder("go", "env", "GOVERSION").start();
            return new String(go.getInputStream().readAllBytes(), UTF_8).strip();
        } catch (IOException silent) {
            return "";
        }
    }

    private Path built() {
        return cache.path().resolve("built");
    }

    /** What the binaries are made by. */
    private String recipe() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(scripts.resolve("build.sh")));
            digest.update(Files.readAllBytes(scripts.resolve("scaler").resolve("main.go")));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", missing);
        }
    }
}
