package dev.ponder.images.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How the JVM of an image is started: as the one process of its container, without a shell before it, so that SIGTERM reaches it.
 * Whoever wants other flags sets JDK_JAVA_OPTIONS.
 */
public final class Entrypoint {

    /** Where an image keeps what runs. */
    public static final String HOME = "/app";
    /** The start-up cache, beside the jars that it was trained with. */
    public static final String CACHE = "startup.aot";

    private static final List<String> FLAGS = List.of(
            "-XX:MaxRAMPercentage=70",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Entrypoint() {}

    /**
     * The command.
     *
     * @param java the JVM's launcher, as a path or a name on the PATH
     * @param home where the image's files lie
     * @param more flags for this start
     */
    public static List<String> of(String java, String home, ImagePlan plan, List<String> more) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of("-jar", home + "/" + plan.shape().jar()));
        return command;
    }

    /** The flag that makes a JVM use a cache; one that does not fit costs a warning and start-up time. */
    public static String use(String cache) {
        return "-XX:AOTCache=" + cache;
    }

    /** The flag that makes a JVM write a cache when it ends. */
    public static String record(String cache) {
        return "-XX:AOTCacheOutput=" + cache;
    }
}
