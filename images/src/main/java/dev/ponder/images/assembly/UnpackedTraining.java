package dev.ponder.images.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs a training image without an engine: unpacks its tar with {@code tar} and runs the JRE that lies in it on this machine, which
 * has to be a Linux whose C library will do.
 */
final class UnpackedTraining {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    private UnpackedTraining(Path root) {
        this.root = root;
    }

    /** Whether it can be tried here. */
    static boolean isPossible() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    /**
     * Unpacks an image into a folder.
     *
     * @param archive the tar of the image
     * @param folder where its root shall be; made, and better empty
     */
    static UnpackedTraining unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Path parts = folder.resolve("parts");
        Path root = folder.resolve("root");
        Files.createDirectories(parts);
        Files.createDirectories(root);
        tar(archive, parts);
        for (JsonNode layer : manifest(parts).path("Layers")) {
            tar(parts.resolve(layer.asText()), root);
        }
        return new UnpackedTraining(root);
    }

    private static JsonNode manifest(Path parts) throws IOException {
        return JSON.readTree(parts.resolve("manifest.json").toFile()).path(0);
    }

    /** Devices, which only root may make, are left out. */
    private static void tar(Path archive, Path into) throws IOException, InterruptedException {
        List<String> command = List.of(
                "tar", "-x", "-f", archive.toString(), "-C", into.toString(), "--exclude=dev/*", "--exclude=./dev/*");
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("tar could not unpack " + archive);
        }
    }

    /**
     * Runs the trainer.
     *
     * @param command as it is within the image, its last word the folder for caches
     * @param out where caches go, on this machine
     */
    void run(List<String> command, Path out) throws IOException, InterruptedException {
        List<String> here = new ArrayList<>(List.of(java().toString()));
        command.subList(1, command.size() - 1)
                .forEach(word -> here.add(
                        word.startsWith("/") ? root.resolve(word.substring(1)).toString() : word));
        here.add(out.toString());
        int code = new ProcessBuilder(here).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("the trainer ended with exit code " + code);
        }
    }

    private Path java() throws IOException {
        Optional<Path> home = Optional.empty();
        for (String folder : path().split(":")) {
            Path java = root.resolve(folder.substring(1)).resolve("java");
            if (home.isEmpty() && Files.isExecutable(java)) {
                home = Optional.of(java);
            }
        }
        return home.orElseThrow(() -> new IOException("the base image has no java on its PATH"));
    }

    private String path() throws IOException {
        Path parts = root.resolveSibling("parts");
        JsonNode config = JSON.readTree(
                parts.resolve(manifest(parts).path("Config").asText()).toFile());
        for (JsonNode variable : config.path("config").path("Env")) {
            if (variable.asText().startsWith("PATH=")) {
                return variable.asText().substring("PATH=".length());
            }
        }
        return "/usr/local/bin:/usr/bin:/bin";
    }
}
