package dev.ponder.local.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The command line of a program, on the JDK that runs this one. */
final class JavaCommand {

    /** Keeps the JVM from a file for monitors in the machine's folder of temporary files, which no property moves. */
    static final String PRIVATE = "-XX:-UsePerfData";

    /** Many short-lived processes share a few cores: the quick compiler and the small collector start fastest. */
    private static final List<String> JVM = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            PRIVATE,
            "-Xlog:aot*=off",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JavaCommand() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Writes the command; {@code extra} flags go to the JVM. */
    static List<String> of(Program program, List<String> extra) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(JVM);
        command.add("-Xmx" + program.heap());
        command.addAll(extra);
        new TreeMap<>(program.properties()).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(start(program));
        command.addAll(program.arguments());
        return command;
    }

    private static List<String> start(Program program) {
        String jar = program.jar().toString();
        return program.mainClass().isEmpty() ? List.of("-jar", jar) : List.of("-cp", jar, program.mainClass());
    }
}
