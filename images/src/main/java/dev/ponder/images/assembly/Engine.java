package dev.ponder.images.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The container engine that the {@code docker} command speaks to, DOCKER_HOST and contexts being its own business. */
public final class Engine {

    private Engine() {}

    /** Whether it answers. */
    public static boolean answers() throws InterruptedException {
        try {
            return docker(List.of("version", "--format", "{{.Server.Version}}"), ProcessBuilder.Redirect.DISCARD) == 0;
        } catch (IOException noCommand) {
            return false;
        }
    }

    /**
     * Runs an image without any network to its good end, showing what it says, and copies a folder out of it.
     *
     * @throws IOException if it ends badly
     */
    public static void run(String reference, String folder, Path to) throws IOException, InterruptedException {
        String container = "ponder-training-" + ProcessHandle.current().pid();
        try {
            int code = docker(
                    List.of("run", "--name", container, "--network", "none", reference),
                    ProcessBuilder.Redirect.INHERIT);
            if (code != 0) {
                throw new IOException("the container of " + reference + " ended with exit code " + code);
            }
            Files.createDirectories(to);
            must(List.of("cp", container + ":" + folder + "/.", to.toString()));
        } finally {
            docker(List.of("rm", "--force", "--volumes", container), ProcessBuilder.Redirect.DISCARD);
        }
    }

    /** Removes an image; one that is not there is no matter. */
    public static void forget(String reference) throws IOException, InterruptedException {
        docker(List.of("rmi", "--force", reference), ProcessBuilder.Redirect.DISCARD);
    }

    private static void must(List<String> arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile("ponder-docker-", ".log");
        try {
            if (docker(arguments, ProcessBuilder.Redirect.to(said.toFile())) != 0) {
                throw new IOException("docker " + String.join(" ", arguments) + " failed: "
                        + new String(Files.readAllBytes(said), UTF_8).strip());
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static int docker(List<String> arguments, ProcessBuilder.Redirect output)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
