package dev.ponder.models.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.models.catalogue.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a repository with one model.
 *
 * @param serving how it is served
 * @param profile in which form
 * @param engine by what
 * @param templates the folder of NVIDIA's llmapi model, whose programs are taken over; null where none are needed
 */
record Repository(
        Serving serving,
        Profile profile,
        Engine engine,
        @Nullable Path templates) {

    private static final String VERSION = "1/";

    Repository {
        if (engine == Engine.CPU_INT8 && profile != Profile.LLMAPI) {
            throw new IllegalArgumentException("the processor's engine speaks llmapi alone; ask for --profile llmapi");
        }
        if (engine == Engine.TENSORRT_LLM && profile == Profile.LLMAPI && templates == null) {
            throw new IllegalArgumentException(
                    "llmapi needs NVIDIA's model.py and helpers.py: name the folder that holds"
                            + " them with --templates, in NVIDIA's container /app/all_models/llmapi/tensorrt_llm");
        }
    }

    /** Contents by path below the repository. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        String model = serving.name() + "/";
        files.put(
                model + "config.pbtxt",
                Configuration.text(serving, profile, engine).getBytes(UTF_8));
        if (profile == Profile.LLMAPI) {
            files.put(
                    model + VERSION + "model.yaml", LlmapiSettings.text(serving).getBytes(UTF_8));
        }
        switch (engine) {
            case TENSORRT_LLM -> {
                if (profile == Profile.LLMAPI) {
                    files.put(model + VERSION + "model.py", template("model.py"));
                    files.put(model + VERSION + "helpers.py", template("helpers.py"));
                }
            }
            case CPU_INT8 -> files.put(model + VERSION + "model.py", ours("cpu_int8.py"));
            case STAND_IN -> files.put(model + VERSION + "model.py", ours("stand_in_" + profile + ".py"));
        }
        return files;
    }

    private byte[] template(String name) throws IOException {
        Path file = Objects.requireNonNull(templates, "there are templates")
                .resolve("1")
                .resolve(name);
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "there is no " + file + "; name the folder of NVIDIA's llmapi model with --templates");
        }
        return Files.readAllBytes(file);
    }

    private static byte[] ours(String name) throws IOException {
        try (InputStream in = Repository.class.getResourceAsStream("/layout/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
