package dev.ponder.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts this very program once more, to stay when we and our terminal have gone. */
public final class Background {

    private static final String ROOT = "ponder.root";

    private Background() {}

    /**
     * Starts a command of the front door that neither Ctrl-C nor a closed terminal reaches.
     *
     * @param arguments of the front door
     * @param log where it speaks
     */
    public static Process start(List<String> arguments, Path log) throws IOException {
        Scratch scratch = Scratch.ofKeeper(Checkout.current());
        Files.createDirectories(scratch.path());
        List<String> command = new ArrayList<>(
                List.of(JavaCommand.java().toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
        command.addAll(scratch.arguments());
        String root = System.getProperty(ROOT);
        if (root != null) {
            command.add("-D" + ROOT + "=" + root);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.ponder.local.FrontDoor"));
        command.addAll(arguments);
        return ChildProcess.spawn(command, log);
    }
}
