package dev.ponder.local.launch;

import java.time.Duration;
import java.util.List;

/** One program of a stack, which can be ended and started again as it was. One thread at a time. */
final class StackPart {

    private static final Duration GRACE = Duration.ofSeconds(40);

    private final Program program;
    private final List<String> command;
    private final WorkFolder folder;
    private final ProcessTree tree;
    private ChildProcess child;
    private int starts = 1;

    private StackPart(Program program, List<String> command, WorkFolder folder, ProcessTree tree, ChildProcess child) {
        this.program = program;
        this.command = command;
        this.folder = folder;
        this.tree = tree;
        this.child = child;
    }

    static StackPart start(Program program, List<String> command, WorkFolder folder, ProcessTree tree)
            throws LaunchException {
        ChildProcess child = tree.start(program, command, folder.log(program.name()));
        return new StackPart(program, command, folder, tree, child);
    }

    String name() {
        return program.name();
    }

    long pid() {
        return child.pid();
    }

    void awaitReady() throws LaunchException, InterruptedException {
        tree.awaitReady(child);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        tree.forget(child);
        child.stop(Duration.ZERO);
    }

    /** SIGTERM, and SIGKILL only where that does not end it. */
    void terminate() throws InterruptedException {
        tree.forget(child);
        child.stop(GRACE);
    }

    /** Starts it again with the same command; each start has a log of its own, since readiness is read from it. */
    void restart() throws LaunchException {
        starts++;
        child = tree.start(program, command, folder.log(program.name() + "-" + starts));
    }
}
