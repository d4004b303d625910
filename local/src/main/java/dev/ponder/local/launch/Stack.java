package dev.ponder.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A stack that serves. Closing it ends every process; any thread may. */
public final class Stack implements AutoCloseable {

    private final String bootstrap;
    private final StackPorts ports;
    private final WorkFolder folder;
    private final ProcessTree tree;
    private final Recorder recorder;
    private final List<StackPart> parts;

    Stack(
            String bootstrap,
            StackPorts ports,
            WorkFolder folder,
            ProcessTree tree,
            Recorder recorder,
            List<StackPart> parts) {
        this.bootstrap = bootstrap;
        this.ports = ports;
        this.folder = folder;
        this.tree = tree;
        this.recorder = recorder;
        this.parts = List.copyOf(parts);
    }

    /** Where Kafka clients connect, as {@code host:port}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Where the shards' gRPC calls go, as {@code host:port}. */
    public List<String> shards() {
        return ports.shards().stream().map(StackPorts::local).toList();
    }

    /** Where the shards' metrics pages are. */
    public List<String> shardMetrics() {
        return ports.shardMetrics().stream().map(StackPorts::local).toList();
    }

    /** Where its programs tell their meters. */
    public List<MetricsPage> metricsPages() {
        return MetricsPage.of(ports);
    }

    /** Starts a program beside the stack and returns when it serves; it ends with the stack, and the stack not with it. */
    public void accompany(Companion companion) throws LaunchException, InterruptedException {
        tree.awaitReady(tree.start(companion, folder.log(companion.name())));
    }

    /** The names of the programs beside the stack that have ended by themselves. */
    public List<String> lost() {
        return tree.lost();
    }

    /** The names of its programs: broker, shard-1 …, cache, router, reasoner or reasoner-1 …. */
    public List<String> parts() {
        return parts.stream().map(StackPart::name).toList();
    }

    /** Ends a program by SIGKILL and returns when it is gone. */
    public void kill(String name) throws InterruptedException {
        part(name).kill();
    }

    /** Ends a program by SIGTERM and returns when it is gone; by force where it does not go in time. */
    public void terminate(String name) throws InterruptedException {
        part(name).terminate();
    }

    /** Starts an ended program again as it was, on the same ports, and returns at once. */
    public void restart(String name) throws LaunchException {
        part(name).restart();
    }

    /** Returns when a program that was started again serves. */
    public void awaitReady(String name) throws LaunchException, InterruptedException {
        part(name).awaitReady();
    }

    /** The process of a program, for looking at it from outside; another one after each start. */
    public long pid(String name) {
        return part(name).pid();
    }

    private StackPart part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part of the stack is called " + name));
    }

    /** Where logs and spans are. */
    public Path folder() {
        return folder.path();
    }

    /** Where programs beside it write temporary files too. */
    public Scratch scratch() {
        return folder.scratch();
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
