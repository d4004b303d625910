package dev.ponder.local.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where libraries of a program write what nobody reads later, inside the checkout and not in the machine's folders: temporary
 * files, and the native code that a tokeniser unpacks. Gone when the program has ended in order.
 *
 * @param path the folder
 */
public record Scratch(Path path) {

    private static final String PROPERTY = "java.io.tmpdir";

    /** The folder of the one stack that a checkout keeps in the background. */
    static Scratch ofKeeper(Checkout checkout) {
        return new Scratch(all(checkout).resolve("up"));
    }

    private static Path all(Checkout checkout) {
        return checkout.state().resolve("tmp");
    }

    /** The system properties that send a JVM's libraries there. */
    Map<String, String> properties() {
        return Map.of(
                PROPERTY, path.toString(), "DJL_CACHE_DIR", path.resolve("djl").toString());
    }

    /** The arguments of {@code java} that send the JDK there, and keep it from a file that no property moves. */
    public List<String> arguments() {
        return List.of(JavaCommand.PRIVATE, "-D" + PROPERTY + "=" + path);
    }

    /** Has this process remove its own folder when it ends, if the script or {@code up} gave it one. */
    public static void dropAtExit(Checkout checkout) {
        Path own = Path.of(System.getProperty(PROPERTY)).toAbsolutePath();
        if (own.getParent() != null && own.getParent().equals(all(checkout))) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("scratch").unstarted(() -> WorkFolder.delete(own)));
        }
    }
}
