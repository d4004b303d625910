package dev.ponder.cluster.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.cluster.site.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image as it lies in a tar.
 *
 * @param config what a container of it is started with, as OCI's image specification names it
 * @param layers the files of each layer, the lowest first, without directories
 */
record MadeImage(JsonNode config, List<List<String>> layers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    MadeImage {
        layers = List.copyOf(layers);
    }

    /** Reads one as {@code docker save} writes it, with {@code tar}. */
    static MadeImage read(Path archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        Shell shell = new Shell(folder, Map.of(), PATIENCE);
        shell.call(List.of("tar", "-x", "-f", archive.toString())).orFail();
        JsonNode manifest =
                JSON.readTree(folder.resolve("manifest.json").toFile()).path(0);
        List<List<String>> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("Layers")) {
            layers.add(shell.call(List.of("tar", "-t", "-f", layer.asText()))
                    .orFail()
                    .lines()
                    .filter(file -> !file.endsWith("/"))
                    .toList());
        }
        JsonNode whole =
                JSON.readTree(folder.resolve(manifest.path("Config").asText()).toFile());
        return new MadeImage(whole.path("config"), layers);
    }

    /** The number of the layer that has a file, counted from the lowest. */
    int layerOf(String file) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).contains(file)) {
                return i;
            }
        }
        throw new AssertionError("no layer has " + file);
    }

    /** The words of its command. */
    List<String> entrypoint() {
        return config.path("Entrypoint").valueStream().map(JsonNode::asText).toList();
    }
}
