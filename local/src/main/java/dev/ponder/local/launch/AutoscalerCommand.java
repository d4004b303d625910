package dev.ponder.local.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line of the autoscaler that ships, on the JDK that runs this one, for whoever starts one beside other things. */
public final class AutoscalerCommand {

    /** It shares a few cores with all that it is started beside. */
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private AutoscalerCommand() {}

    /**
     * Writes the command.
     *
     * @param jar of the service
     * @param heap the largest heap, in the form of {@code -Xmx}
     * @param flags what else the JVM is told
     * @param settings its system properties
     */
    public static List<String> of(Path jar, String heap, List<String> flags, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(JavaCommand.java().toString());
        command.addAll(JVM);
        command.add("-Xmx" + heap);
        command.addAll(flags);
        new TreeMap<>(settings).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
