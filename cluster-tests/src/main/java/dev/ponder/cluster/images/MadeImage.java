package dev.ponder.cluster.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    MadeImage {
        layers = List.copyOf(layers);
    }

    /** Reads one as {@code docker save} writes it, with {@code tar}. */
    static MadeImage read(Path archive, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Shell shell = new Shell(folder, Map.of());
        shell.must(List.of("tar", "-x", "-f", archive.toString()));
        JsonNode manifest =
                JSON.readTree(folder.resolve("manifest.json").toFile()).path(0);
        List<List<String>> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("Layers")) {
            layers.add(shell.must(List.of("tar", "-t", "-f", layer.asText()))
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
