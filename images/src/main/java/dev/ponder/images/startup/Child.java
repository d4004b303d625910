package dev.ponder.images.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs, its log in a file. One thread. */
public final class Child implements AutoCloseable {

    private static final String ANNOUNCEMENT = "{\"ready\":true";
    private static final long LOOK_MILLIS = 20;
    private static final long READY_SECONDS = 180;
    /** Long, since a JVM that records a cache makes it when it ends. */
    private static final long END_SECONDS = 300;

    private static final int PAGE_MILLIS = 2_000;
    private static final int TAIL_LINES = 15;

    private final String name;
    private final Process process;
    private final Path log;
    private final long startedNanos;

    private Child(String name, Process process, Path log, long startedNanos) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.startedNanos = startedNanos;
    }

    static Child start(String name, List<String> command, Path log) throws IOException {
        Files.deleteIfExists(log);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        long startedNanos = System.nanoTime();
        return new Child(name, builder.start(), log, startedNanos);
    }

    /**
     * Waits until it serves.
     *
     * @param page that answers 200 then; without one a line of its log says so
     * @return seconds since it was started
     * @throws IOException if it ended before, or took minutes
     */
    public double awaitReady(Optional<URI> page) throws IOException, InterruptedException {
        while (!isReady(page)) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw failure("ended with exit code " + process.exitValue() + " before it was ready");
            }
            if (System.nanoTime() - startedNanos > TimeUnit.SECONDS.toNanos(READY_SECONDS)) {
                throw failure("was not ready after " + READY_SECONDS + " s");
            }
        }
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    private boolean isReady(Optional<URI> page) throws IOException {
        if (page.isPresent()) {
            return ask(page.orElseThrow()) == HttpURLConnection.HTTP_OK;
        }
        try (Stream<String> lines = Files.lines(log, UTF_8)) {
            return lines.anyMatch(line -> line.startsWith(ANNOUNCEMENT));
        }
    }

    /** The status of a page, 0 where nobody answers. */
    static int ask(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout(PAGE_MILLIS);
            connection.setReadTimeout(PAGE_MILLIS);
            return connection.getResponseCode();
        } catch (IOException nobodyThere) {
            return 0;
        }
    }

    /** Waits for its end and gives its exit code. */
    int awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw failure("did not end within " + END_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** Asks it to end by SIGTERM and waits until it has. */
    public int terminate() throws IOException, InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** Ends it whatever it does; nothing where it has ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    IOException failure(String what) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
        List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        return new IOException(name + " " + what + ". The end of its log:\n" + String.join("\n", tail));
    }
}
