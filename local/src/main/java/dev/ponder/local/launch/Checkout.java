package dev.ponder.local.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the repository, with the jars that its build made.
 *
 * @param root its top
 */
public record Checkout(Path root) {

    private static final String ROOT = "ponder.root";

    public Checkout {
        requireNonNull(root, "root is null");
    }

    /** The checkout that the {@code ponder} script names by {@code -Dponder.root}, else the working folder. */
    public static Checkout current() {
        return new Checkout(Path.of(System.getProperty(ROOT, "")).toAbsolutePath());
    }

    /** Where runs, caches and logs are kept. */
    public Path state() {
        return root.resolve(".ponder");
    }

    /** The Helm chart, with its dashboards and rules. */
    public Path chart() {
        return root.resolve("helm/ponder");
    }

    /** The chart's files of recording rules and alerts, by name. None is no fault: a checkout need not have any. */
    public List<Path> rules() throws IOException {
        Path folder = chart().resolve("rules");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** Answers to the word problems of the sample, which no algebra library reads. */
    Path sampleAnswers() throws LaunchException {
        return readable("local", root.resolve("local/samples/answers.jsonl"));
    }

    /** Two offers each, to compare where nobody brings some. */
    public List<Path> sampleOffers() {
        Path samples = root.resolve("local/samples");
        return List.of(samples.resolve("offers-by-speed.yaml"), samples.resolve("offers-by-requests.yaml"));
    }

    /** The runnable jar of a service. */
    public Path service(String module) throws LaunchException {
        return readable(module, root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The jar of a module without a framework; its libraries lie beside it. */
    public Path jar(String module) throws LaunchException {
        Path target = root.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars =
                    files.filter(file -> isJarOf(module, file)).sorted().toList();
            return readable(module, jars.isEmpty() ? target.resolve(module + ".jar") : jars.getLast());
        } catch (IOException unbuilt) {
            throw new LaunchException(module + " is not built: there is no " + target, unbuilt);
        }
    }

    private static boolean isJarOf(String module, Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(module + "-")
                && name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar");
    }

    private static Path readable(String module, Path jar) throws LaunchException {
        if (!Files.isReadable(jar)) {
            throw new LaunchException(module + " is not built: there is no " + jar);
        }
        return jar;
    }
}
