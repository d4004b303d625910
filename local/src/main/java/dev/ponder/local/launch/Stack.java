package dev.ponder.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A stack that serves. Closing it ends every process; any thread may. */
public final class Stack implements AutoCloseable {

    private final String bootstrap;
    private final WorkFolder folder;
    private final ProcessTree tree;
    private final Recorder recorder;

    Stack(String bootstrap, WorkFolder folder, ProcessTree tree, Recorder recorder) {
        this.bootstrap = bootstrap;
        this.folder = folder;
        this.tree = tree;
        this.recorder = recorder;
    }

    /** Where Kafka clients connect, as {@code host:port}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Where logs and spans are. */
    public Path folder() {
        return folder.path();
    }

    /** The files that services append their spans to. */
    public List<Path> spanFiles() throws IOException {
        return folder.traces();
    }

    /** Fails if a part has ended by itself. */
    public void check() throws LaunchException {
        tree.check();
    }

    /** Ends every process and removes the broker's and the cache's files; logs and spans stay. */
    @Override
    public void close() {
        tree.close();
    }

    /** Whether the run, once closed, can make later starts faster. */
    public boolean canMakeCaches() {
        return recorder.hasRecordings();
    }

    /** Makes later starts faster out of what this run, now closed, recorded. Says how many programs it holds for. */
    public int makeCaches() throws IOException, InterruptedException {
        return recorder.assemble();
    }
}
