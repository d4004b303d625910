package dev.ponder.local.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the script on a machine that has nothing but what a test gives it: a PATH of its own, an empty home, and the usual
 * folders of JDKs below {@code machine}. Its JDKs and Mavens are scripts that say how they were called.
 */
final class FakeCheckout {

    /** What the script needs of any machine. */
    private static final List<String> TOOLS = List.of(
            "awk",
            "cat",
            "date",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "sort",
            "tee",
            "touch",
            "tr");

    private static final Pattern USUAL_FOLDER = Pattern.compile("(?<= )/(?=usr/|opt/|Library/|home/)");
    private static final int LIMIT_SECONDS = 30;

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    /** Lays it out, built already. */
    FakeCheckout(Path root) throws IOException {
        this.root = root;
        String script = Files.readString(Path.of("../ponder"));
        Files.writeString(
                root.resolve("ponder"), USUAL_FOLDER.matcher(script).replaceAll(root.resolve("machine") + "/"));
        Files.writeString(root.resolve("pom.xml"), "<module>local</module>");
        Path bin = Files.createDirectories(root.resolve("bin"));
        for (String tool : TOOLS) {
            program(bin.resolve(tool), "exec " + find(tool) + " \"$@\"");
        }
        Optional<Path> ps = look("ps"); // Asked for start times where there is no /proc.
        if (ps.isPresent()) {
            program(bin.resolve("ps"), "exec " + ps.orElseThrow() + " \"$@\"");
        }
        Files.createDirectories(root.resolve("home"));
        environment.put("PATH", bin.toString());
        environment.put("HOME", root.resolve("home").toString());
        build();
    }

    private static Path find(String tool) {
        return look(tool).orElseThrow();
    }

    private static Optional<Path> look(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Puts a jar there, as an earlier build would have. */
    private void build() throws IOException {
        Path target = Files.createDirectories(root.resolve("local/target"));
        Files.writeString(target.resolve("local-1.jar"), "");
        Files.createDirectories(root.resolve(".ponder"));
        Files.writeString(root.resolve(".ponder/built"), "local\n");
    }

    /** Takes the build away. */
    void unbuild() throws IOException {
        Files.delete(root.resolve(".ponder/built"));
    }

    /** Puts a JDK into a folder of the checkout. */
    Path jdk(String folder, String version) throws IOException {
        Path home = root.resolve(folder);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "");
        program(home.resolve("bin/java"), "echo \"java of " + folder + "\"; for each; do echo \"$each\"; done");
        return home;
    }

    /** Puts the java of a JDK on the PATH, by a relative link, as distributions do. */
    void onPath(Path jdk) throws IOException {
        Path bin = root.resolve("bin");
        Files.createSymbolicLink(bin.resolve("java"), bin.relativize(jdk.resolve("bin/java")));
    }

    /** Puts a Maven on the PATH that builds nothing, and names its user as Quarkus does. */
    void maven(String version) throws IOException {
        program(
                root.resolve("bin/mvn"),
                "case $1 in --version) echo 'Apache Maven " + version + " (abc)' ;; *) mkdir -p \"$HOME/.redhat\"; "
                        + "echo me >\"$HOME/.redhat/anonymousId\"; echo \"$MAVEN_OPTS\" ;; esac");
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    Path path(String inside) {
        return root.resolve(inside);
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!" + find("bash") + "\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts a Maven on the PATH that notes when it begins and ends, and takes a while. */
    void slowMaven(String seconds) throws IOException {
        program(
                root.resolve("bin/mvn"),
                "case $1 in --version) echo 'Apache Maven 3.9.9 (abc)' ;; *) echo begin >>" + path("builds")
                        + "; sleep " + seconds + "; echo end >>" + path("builds") + " ;; esac");
    }

    /** What the script that was called as the n-th has said to people so far. */
    String remarks(int call) throws IOException {
        Path file = root.resolve("err-" + call);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Calls the script and returns when it has ended. Several may run at once. */
    Said call(String... arguments) throws IOException, InterruptedException {
        int call = calls.incrementAndGet();
        List<String> command = new ArrayList<>(
                List.of(find("bash").toString(), root.resolve("ponder").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(root.resolve("out-" + call).toFile())
                .redirectError(root.resolve("err-" + call).toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the script did not end in " + LIMIT_SECONDS + " s");
        }
        return new Said(process.exitValue(), process.pid(), lines("out-" + call), lines("err-" + call));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readString(root.resolve(file), UTF_8).lines().toList();
    }

    /**
     * What came of a call.
     *
     * @param pid which process it was
     */
    record Said(int exit, long pid, List<String> out, List<String> err) {}
}
