package dev.ponder.triton.client.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a model's files say of its prompts.
 *
 * @param origin the file that the template is from
 * @param specialTokens {@code bos_token}, {@code eos_token} and what else is named like them
 */
record ModelFiles(Path origin, String template, Map<String, String> specialTokens) {

    private static final String OWN_FILE = "chat_template.jinja";

    ModelFiles {
        specialTokens = Map.copyOf(specialTokens);
    }

    /** A file for the template alone counts before the key, as with Hugging Face's transformers. */
    static ModelFiles read(Path tokenizerConfig) throws IOException {
        JsonNode config = json(tokenizerConfig);
        Path own = tokenizerConfig.resolveSibling(OWN_FILE);
        return Files.exists(own)
                ? new ModelFiles(own, Files.readString(own), specialTokens(config))
                : new ModelFiles(tokenizerConfig, template(config, tokenizerConfig), specialTokens(config));
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException unreadable) {
            throw new IOException(file + " is no JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** One template, or a list of named ones of which the default one counts. */
    private static String template(JsonNode config, Path file) throws IOException {
        JsonNode template = config.path("chat_template");
        for (JsonNode named : template) {
            if (named.path("name").asText().equals("default")) {
                return named.path("template").asText();
            }
        }
        if (template.isTextual()) {
            return template.asText();
        }
        String lacks = template.isArray() ? "no chat_template named 'default'" : "no chat_template";
        throw new IOException(
                file + " holds " + lacks + ", and no " + OWN_FILE
                        + " lies beside it: put the template of the model that was trained to chat there, or give no file for ChatML");
    }

    private static Map<String, String> specialTokens(JsonNode config) {
        Map<String, String> tokens = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : config.properties()) {
            JsonNode token = entry.getValue().isObject() ? entry.getValue().path("content") : entry.getValue();
            if (entry.getKey().endsWith("_token") && token.isTextual()) {
                tokens.put(entry.getKey(), token.asText());
            }
        }
        return tokens;
    }
}
