package dev.ponder.local.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCachesTest {

    /** The smallest program there is. */
    static final class Greeting {
        private Greeting() {}

        public static void main(String... arguments) {
            System.out.println("hello");
        }
    }

    @TempDir
    private Path folder;

    private StartupCaches caches;
    private Program program;

    @BeforeEach
    void pack() throws IOException {
        caches = new StartupCaches(folder.resolve("aot"));
        Path jar = Files.createDirectory(folder.resolve("lib")).resolve("greeting.jar");
        String name = Greeting.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Greeting.class.getClassLoader().getResourceAsStream(name)) {
            packed.putNextEntry(new JarEntry(name));
            packed.write(code.readAllBytes());
        }
        program = new Program(
                "greeting",
                "greeting",
                jar,
                Greeting.class.getName(),
                "64m",
                Map.of(),
                List.of(),
                Readiness.Announced.JSON);
    }

    @Test
    void startsWithoutACacheWhereThereIsNone() throws IOException {
        assertThat(caches.use(program)).isEmpty();
    }

    @Test
    void makesACacheOfWhatARunRecorded() throws IOException, InterruptedException {
        makeCache();

        assertThat(caches.use(program)).singleElement().asString().startsWith("-XX:AOTCache=");
        assertThat(run(caches.use(program))).isEqualTo("hello\n");
    }

    @Test
    void startsWithABrokenCache() throws IOException, InterruptedException {
        makeCache();
        try (Stream<Path> files = Files.list(folder.resolve("aot"))) {
            Files.writeString(files.findFirst().orElseThrow(), "no cache at all");
        }

        assertThat(run(caches.use(program))).isEqualTo("hello\n");
    }

    @Test
    void knowsNoCacheOfAnotherJar() throws IOException, InterruptedException {
        makeCache();

        Files.writeString(folder.resolve("lib/another.jar"), "new");

        assertThat(caches.has(program)).isFalse();
    }

    private void makeCache() throws IOException, InterruptedException {
        Path recording = folder.resolve("greeting.aotconf");
        run(StartupCaches.record(recording));
        Process assembly = caches.assemble(program, recording, folder.resolve("assembly.log"));
        assertThat(caches.keep(program, recording, assembly)).isTrue();
    }

    private String run(List<String> flags) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(program, flags)).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines()
                        .filter(line -> !line.contains("AOTConfiguration"))
                        .findFirst()
                        .orElse("") + "\n";
    }
}
