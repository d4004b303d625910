package dev.ponder.cluster.images;

import dev.ponder.cluster.site.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The platform of {@code deploy/compose.yaml} as a project of its own, in either version of Compose. */
final class Compose {

    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final Shell shell;
    private final List<String> command;

    private Compose(Shell shell, List<String> command) {
        this.shell = shell;
        this.command = List.copyOf(command);
    }

    /** A project of this name; with version 2 where the docker command has it, else with version 1; empty where there is neither. */
    static Optional<Compose> project(Path root, String name, Map<String, String> variables) {
        Shell shell = new Shell(root, variables, PATIENCE);
        for (List<String> version : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            if (shell.call(with(version, "version")).ok()) {
                return Optional.of(
                        new Compose(shell, with(version, "--project-name", name, "--file", "deploy/compose.yaml")));
            }
        }
        return Optional.empty();
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    String must(String... arguments) {
        return shell.call(with(command, arguments)).orFail();
    }

    /** The container of a service, running or not. */
    String container(String service) {
        return must("ps", "--quiet", service);
    }

    String docker(String... arguments) {
        return shell.call(with(List.of("docker"), arguments)).orFail();
    }

    /** A field of what the engine knows of a container, by a Go template. */
    String inspect(String container, String template) {
        return docker("inspect", "--format", template, container);
    }
}
