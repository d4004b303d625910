package dev.ponder.local.launch;

import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes that this one started: ended in the reverse order of their start by {@link #close()}, at the latest when this
 * process ends, or by the {@link Warden} where it is killed. Starting and closing may come from different threads.
 */
public final class ProcessTree implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private final Ticker ticker;
    private final Warden warden;
    private final List<ChildProcess> children = new ArrayList<>();
    private final List<ChildProcess> companions = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean closed;

    private ProcessTree(Ticker ticker, Warden warden) {
        this.ticker = ticker;
        this.warden = warden;
    }

    /** Makes an empty tree that closes itself when this process ends in order, Ctrl-C and SIGTERM included. */
    public static ProcessTree plant(Ticker ticker) throws LaunchException {
        try {
            ProcessTree tree = new ProcessTree(ticker, Warden.start());
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stack-stop").unstarted(tree::close));
            return tree;
        } catch (IOException refused) {
            throw new LaunchException("no shell could be started to watch over the processes", refused);
        }
    }

    synchronized ChildProcess start(Program program, List<String> command, Path log) throws LaunchException {
        return own(program.name(), program.readiness(), command, log);
    }

    /** Starts a program that is not ours; its end is no failure of the tree. */
    synchronized ChildProcess start(Companion companion, Path log) throws LaunchException {
        Readiness readiness = new Readiness.Healthy(companion.ready());
        ChildProcess child = own(companion.name(), readiness, companion.command(), log);
        companions.add(child);
        afterwards(() -> WorkFolder.delete(companion.data()));
        return child;
    }

    private ChildProcess own(String name, Readiness readiness, List<String> command, Path log) throws LaunchException {
        if (closed) {
            throw new LaunchException("stopped while starting");
        }
        ChildProcess child = ChildProcess.start(name, readiness, command, log);
        children.add(child);
        try {
            warden.watch(child.pid());
        } catch (IOException gone) {
            throw new LaunchException("the shell that watches over the processes has ended", gone);
        }
        return child;
    }

    /** Has something done once every process has ended: cleaning up what they wrote. */
    synchronized void afterwards(Runnable cleaning) {
        afterwards.add(cleaning);
    }

    void awaitReady(ChildProcess child) throws LaunchException, InterruptedException {
        child.awaitReady(START_LIMIT, ticker);
    }

    /** Owns a child no longer, since its end is wanted. */
    synchronized void forget(ChildProcess child) {
        children.remove(child);
    }

    /** Fails if a process has ended by itself. */
    public synchronized void check() throws LaunchException {
        Optional<ChildProcess> dead = children.stream()
                .filter(child -> !child.isAlive() && !companions.contains(child))
                .findFirst();
        if (!closed && dead.isPresent()) {
            throw dead.orElseThrow().failure("has ended by itself");
        }
    }

    /** The names of those programs beside ours that have ended by themselves. */
    public synchronized List<String> lost() {
        return companions.stream()
                .filter(child -> !closed && !child.isAlive())
                .map(ChildProcess::name)
                .toList();
    }

    /** Ends every process, the youngest first, and returns when all are gone; the second call finds nothing to do. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            for (ChildProcess child : children.reversed()) {
                child.stop(STOP_GRACE);
            }
            warden.close();
            afterwards.forEach(Runnable::run);
        } catch (InterruptedException interrupted) {
            // The warden sees the pipe end and does what is left.
            Thread.currentThread().interrupt();
        } catch (IOException alreadyGone) {
            System.getLogger(ProcessTree.class.getName()).log(System.Logger.Level.DEBUG, "no warden", alreadyGone);
        }
    }
}
