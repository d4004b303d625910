package dev.ponder.models.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that is known, in the order in which it was written down.
 *
 * @param models by name
 * @param precisions by name
 * @param gpus by name
 * @param reserves what a server takes for itself
 */
public record Catalogue(
        Map<String, ModelShape> models, Map<String, Precision> precisions, Map<String, Gpu> gpus, Reserves reserves) {

    public Catalogue {
        models = ordered("models", models);
        precisions = ordered("precisions", precisions);
        gpus = ordered("gpus", gpus);
        requireNonNull(reserves, "reserves is missing; write runtime-mib, collectives-mib and host-mib below it");
    }

    private static <T> Map<String, T> ordered(String key, Map<String, T> given) {
        return Collections.unmodifiableMap(
                new LinkedHashMap<>(requireNonNull(given, key + " is missing; write names below it")));
    }

    /** Ours. */
    public static Catalogue standard() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/catalogue/catalogue.yaml")) {
            return Yaml.read("catalogue.yaml", requireNonNull(in, "the jar has no catalogue"), Catalogue.class);
        } catch (IOException broken) {
            throw new IllegalStateException("our own catalogue is wrong", broken);
        }
    }

    /**
     * Another one of the same form.
     *
     * @throws IOException if it can't be read, or does not add up; the message names line and key
     */
    public static Catalogue read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Yaml.read(file.toString(), in, Catalogue.class);
        }
    }

    /** A model by its name. */
    public ModelShape model(String name) {
        return named("model", models, name);
    }

    /** A precision by its name. */
    public Precision precision(String name) {
        return named("precision", precisions, name);
    }

    /** A GPU by its name. */
    public Gpu gpu(String name) {
        return named("GPU", gpus, name);
    }

    private static <T> T named(String kind, Map<String, T> known, String name) {
        T found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no " + kind + " is called \"" + name + "\"; there are " + String.join(", ", known.keySet()));
        }
        return found;
    }
}
