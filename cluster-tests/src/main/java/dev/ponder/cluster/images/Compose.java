package dev.ponder.cluster.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The platform of {@code deploy/compose.yaml} as a project of its own, in either version of Compose. */
final class Compose {

    private final Shell shell;
    private final List<String> command;

    private Compose(Shell shell, List<String> command) {
        this.shell = shell;
        this.command = List.copyOf(command);
    }

    /** A project of this name; with version 2 where the docker command has it, else with version 1; empty where there is neither. */
    static Optional<Compose> project(Path root, String name, Map<String, String> variables)
            throws IOException, InterruptedException {
        Shell shell = new Shell(root, variables);
        for (List<String> version : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            if (shell.run(with(version, "version")).code() == 0) {
                return Optional.of(
                        new Compose(shell, with(version, "--project-name", name, "--file", "deploy/compose.yaml")));
            }
        }
        return Optional.empty();
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    String must(String... arguments) throws IOException, InterruptedException {
        return shell.must(with(command, arguments));
    }

    /** The container of a service, running or not. */
    String container(String service) throws IOException, InterruptedException {
        return must("ps", "--quiet", service).strip();
    }

    String docker(String... arguments) throws IOException, InterruptedException {
        return shell.must(with(List.of("docker"), arguments));
    }

    /** A field of what the engine knows of a container, by a Go template. */
    String inspect(String container, String template) throws IOException, InterruptedException {
        return docker("inspect", "--format", template, container).strip();
    }
}
