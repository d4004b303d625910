package dev.ponder.local.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time caches (JEP 483, JEP 514) of our programs: recorded by a run that found none, assembled after it,
 * used by later ones. A cache is named after the JDK and the jars' names, sizes and times, which the JVM checks too; one that
 * is missing, stale or broken costs start-up time and nothing else. Used by one thread at a time; files may be shared.
 */
final class StartupCaches {

    private static final String SUFFIX = ".aot";
    private static final int NAME_BYTES = 8;
    private static final long ASSEMBLY_SECONDS = 120;

    private final Path folder;

    /** Keeps caches in a folder, which is made when the first is kept. */
    StartupCaches(Path folder) {
        this.folder = folder;
    }

    /** Says whether a program will start with a cache. */
    boolean has(Program program) throws IOException {
        return Files.isReadable(cache(program));
    }

    /** The JVM flags that make a program use its cache; none where there is none. */
    List<String> use(Program program) throws IOException {
        return has(program) ? List.of("-XX:AOTCache=" + cache(program)) : List.of();
    }

    /** The JVM flags that make a program write down, when it ends, what a cache should hold. */
    static List<String> record(Path recording) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
    }

    /**
     * Starts making a cache of what a run recorded; the process ends by itself.
     *
     * @param log where it speaks
     */
    Process assemble(Program program, Path recording, Path log) throws IOException {
        List<String> flags =
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + beside(recording));
        return new ProcessBuilder(JavaCommand.of(program, flags))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Waits for an assembly and puts its cache in place, instead of older ones of its kind. Says whether there is one now. */
    boolean keep(Program program, Path recording, Process assembly) throws IOException, InterruptedException {
        boolean ended = assembly.waitFor(ASSEMBLY_SECONDS, TimeUnit.SECONDS);
        Path made = beside(recording);
        if (!ended || assembly.exitValue() != 0 || !Files.isReadable(made)) {
            assembly.destroyForcibly();
            return false;
        }
        Files.createDirectories(folder);
        dropOthers(program);
        Files.move(made, cache(program), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static Path beside(Path recording) {
        return recording.resolveSibling(recording.getFileName() + SUFFIX);
    }

    private void dropOthers(Program program) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            String prefix = program.kind() + "-";
            for (Path old : files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Files.deleteIfExists(old);
            }
        }
    }

    private Path cache(Program program) throws IOException {
        MessageDigest digest = sha256();
        digest.update(System.getProperty("java.vm.version").getBytes(UTF_8));
        try (Stream<Path> files =
                Files.walk(program.jar().toAbsolutePath().getParent(), FileVisitOption.FOLLOW_LINKS)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                String line = jar + " " + Files.size(jar) + " "
                        + Files.getLastModifiedTime(jar).toMillis() + "\n";
                digest.update(line.getBytes(UTF_8));
            }
        }
        String name = HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
        return folder.resolve(program.kind() + "-" + name + SUFFIX);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", missing);
        }
    }
}
