package dev.ponder.cluster.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The platform of {@code deploy/compose.yaml} as a project of its own, in either version of Compose. */
final class Compose {

    private final Shell shell;
    private final List<String> command;

    private Compose(Shell shell, List<String> command) {
        this.shell = shell;
        this.command = List.copyOf(command);
    }

    /** A project of this name; with version 2 where the docker command has it, else with version 1. */
    static Compose project(Path root, String name, Map<String, String> variables)
            throws IOException, InterruptedException {
        Shell shell = new Shell(root, variables);
        boolean second = shell.run(List.of("docker", "compose", "version")).code() == 0;
        List<String> command = new ArrayList<>(second ? List.of("docker", "compose") : List.of("docker-compose"));
        command.addAll(List.of("--project-name", name, "--file", "deploy/compose.yaml"));
        return new Compose(shell, command);
    }

    String must(String... arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        return shell.must(whole);
    }

    /** The container of a service, running or not. */
    String container(String service) throws IOException, InterruptedException {
        return must("ps", "--quiet", service).strip();
    }

    String docker(String... arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of("docker"));
        whole.addAll(List.of(arguments));
        return shell.must(whole);
    }

    /** A field of what the engine knows of a container, by a Go template. */
    String inspect(String container, String template) throws IOException, InterruptedException {
        return docker("inspect", "--format", template, container).strip();
    }
}
