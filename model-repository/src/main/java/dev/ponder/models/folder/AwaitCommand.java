package dev.ponder.models.folder;

import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code await}: waits for a folder that another job makes. */
@Command(
        name = "await",
        mixinStandardHelpOptions = true,
        description = "Waits until another step has put a folder in place. Exit code 1: it has not in time.")
public final class AwaitCommand implements Callable<Integer> {

    private static final int MISSING = 1;

    @Option(names = "--folder", paramLabel = "FOLDER", required = true, description = "What to wait for.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path folder;

    @Option(names = "--minutes", paramLabel = "N", description = "How long, at most (240).")
    private int minutes = 240;

    private final Lines lines;
    private final Duration look;

    /** For the command line. */
    public AwaitCommand() {
        this(Lines.standard(), Duration.ofSeconds(2));
    }

    AwaitCommand(Lines lines, Duration look) {
        this.lines = lines;
        this.look = look;
    }

    /** Looks every so often: a volume of several nodes tells nobody of what others write. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        OwnFolder awaited = new OwnFolder(folder);
        long deadline = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        boolean told = false;
        while (!awaited.isThere()) {
            if (System.nanoTime() - deadline > 0) {
                lines.line(folder + " is not there after " + minutes + " minutes; see the job that makes it");
                return MISSING;
            }
            if (!told) {
                lines.line("waiting for " + folder);
                told = true;
            }
            Thread.sleep(look);
        }
        lines.line(folder + " is there");
        return 0;
    }
}
