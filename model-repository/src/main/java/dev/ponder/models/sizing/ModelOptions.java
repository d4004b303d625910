package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Mix;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model, and how precise its weights are, as options. */
public final class ModelOptions {

    @Option(names = "--catalogue", paramLabel = "FILE", description = "Another catalogue (ours).")
    private @Nullable Path file;

    @Option(names = "--model", paramLabel = "M", description = "(${DEFAULT-VALUE})", defaultValue = "k2-think-32b")
    private String model = "";

    @Option(names = "--precision", paramLabel = "P", description = "(${DEFAULT-VALUE})", defaultValue = "fp8")
    private String precision = "";

    @Option(names = "--mix", paramLabel = "FILE", description = "A precision for each layer, in YAML.")
    private @Nullable Path mix;

    /** What is known of models; fails where the file that is named can't be read. */
    public Catalogue catalogue() throws IOException {
        return file == null ? Catalogue.standard() : Catalogue.read(file);
    }

    /** The model's name, which the catalogue may not know. */
    public String model() {
        return model;
    }

    /** How precise each layer is; fails where the file that is named can't be read. */
    public Mix weights() throws IOException {
        return mix == null ? Mix.of(precision) : Mix.read(mix);
    }
}
